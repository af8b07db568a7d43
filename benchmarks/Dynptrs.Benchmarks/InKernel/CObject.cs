using System;
using System.Diagnostics;
using System.IO;
using System.Reflection;

namespace Dynptrs.Benchmarks.InKernel;

/// <summary>The programs of <c>benchmarks/Kernel</c>, which people wrote in C.</summary>
internal static class CObject
{
    /// <summary>Compiles a file of them, as people do.</summary>
    public static byte[] Compile(string name)
    {
        var folder = Directory.CreateTempSubdirectory("dynptrs-");
        try
        {
            foreach (var file in new[] { "bpf.h", $"{name}.bpf.c" })
            {
                using var source = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Kernel/{file}")!;
                using var copy = File.Create(Path.Combine(folder.FullName, file));
                source.CopyTo(copy);
            }

            var output = Path.Combine(folder.FullName, "object.o");
            string[] arguments = ["-target", "bpf", "-mcpu=v4", "-O2", "-g", "-c", $"{name}.bpf.c", "-o", output];
            using var clang = Process.Start(new ProcessStartInfo("clang-19", arguments) { WorkingDirectory = folder.FullName })!;
            clang.WaitForExit();
            return clang.ExitCode == 0 ? File.ReadAllBytes(output) : throw new InvalidOperationException($"{name}.bpf.c does not compile.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
