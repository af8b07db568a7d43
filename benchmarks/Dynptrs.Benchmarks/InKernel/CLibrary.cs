using System;
using System.Diagnostics;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Dynptrs.Benchmarks.InKernel;

/// <summary>The reader of <c>benchmarks/Kernel</c>, which people wrote in C on libbpf.</summary>
internal sealed unsafe class CLibrary : IDisposable
{
    private readonly nint _library;
    private readonly ulong* _sum = (ulong*)NativeMemory.AllocZeroed(sizeof(ulong));
    private readonly nint _ring;

    /// <summary>Opens a ring buffer.</summary>
    public CLibrary(int map)
    {
        _library = Compile();
        _ring = ((delegate* unmanaged<int, ulong*, nint>)Function("ring_open"))(map, _sum);
    }

    /// <summary>The sum of the numbers that the records began with.</summary>
    public ulong Sum => *_sum;

    /// <summary>Reads all that is there.</summary>
    public int Read() => ((delegate* unmanaged<nint, int>)Function("ring_read"))(_ring);

    /// <inheritdoc/>
    public void Dispose()
    {
        ((delegate* unmanaged<nint, void>)Function("ring_close"))(_ring);
        NativeLibrary.Free(_library);
        NativeMemory.Free(_sum);
    }

    private static nint Compile()
    {
        var folder = Directory.CreateTempSubdirectory("dynptrs-");
        try
        {
            var (source, output) = (Path.Combine(folder.FullName, "read.c"), Path.Combine(folder.FullName, "read.so"));
            using (var text = Assembly.GetExecutingAssembly().GetManifestResourceStream("Kernel/RingRead.c")!)
            using (var copy = File.Create(source))
                text.CopyTo(copy);
            using var clang = Process.Start("clang-19", ["-O2", "-shared", "-fPIC", source, "-o", output, "-l:libbpf.so.1"]);
            clang.WaitForExit();
            return clang.ExitCode == 0 ? NativeLibrary.Load(output) : throw new InvalidOperationException("RingRead.c does not compile.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private nint Function(string name) => NativeLibrary.GetExport(_library, name);
}
