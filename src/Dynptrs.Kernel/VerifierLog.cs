using System;
using System.Runtime.InteropServices;
using System.Text;
using Dynptrs.Kernel.Interop;

namespace Dynptrs.Kernel;

/// <summary>Room for what the kernel says of a program. Where it is too small, the kernel refuses to load at all, so it is large.</summary>
internal sealed unsafe class VerifierLog : IDisposable
{
    private const int Size = 16 << 20;

    private readonly byte* _start = (byte*)NativeMemory.Alloc(Size);

    /// <summary>What was said last, or empty.</summary>
    public string Text => Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(_start));

    /// <summary>Has the kernel write what it says of a program here.</summary>
    /// <param name="program">The program, which is not loaded yet.</param>
    public void Attach(nint program)
    {
        *_start = 0;
        _ = LibBpf.SetLogBuffer(program, _start, Size);
        _ = LibBpf.SetLogLevel(program, 1);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => NativeMemory.Free(_start);
}
