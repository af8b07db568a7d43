using System.Diagnostics;
using System.IO;

namespace Dynptrs.Agreement.Judging;

/// <summary>clang.</summary>
internal static class Compiler
{
    private static readonly string[] Flags =
    [
        "-target", "bpf", "-mcpu=v4", "-O2", "-g", "-fwrapv", "-fno-strict-aliasing", "-fno-delete-null-pointer-checks", "-fno-builtin",
        "-w", "-x", "c", "-c", "-", "-o",
    ];

    /// <summary>Compiles to an object, or answers <see langword="null"/> where that is not possible.</summary>
    public static byte[]? Run(string source)
    {
        var output = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("clang-19", [.. Flags, output])
            {
                RedirectStandardInput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(source);
            process.StandardInput.Close();
            process.WaitForExit();
            errors.GetAwaiter().GetResult();
            return process.ExitCode == 0 ? File.ReadAllBytes(output) : null;
        }
        finally
        {
            File.Delete(output);
        }
    }
}
