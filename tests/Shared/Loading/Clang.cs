using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Dynptrs.Emit.Programs;

namespace Dynptrs.Testing.Loading;

/// <summary>The compiler that makes objects of C, where this machine has it.</summary>
internal static class Clang
{
    private const string Command = "clang-19";

    private static readonly string[] Flags =
    [
        .. CompilerFlags.Of(),
        .. CompilerFlags.Machine,
        "-Werror",
        // What is written from C# has variables that nothing reads, as C# has; a packed struct is read byte by byte; what is returned of a
        // frame that is gone, nobody reads.
        "-Wno-unused", "-Wno-address-of-packed-member", "-Wno-return-stack-address", "-x", "c", "-c", "-", "-o",
    ];

    private static readonly Lazy<bool> IsThere = new(() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Command))));

    private static readonly ConcurrentDictionary<string, Lazy<(byte[]? Content, string Errors)>> Objects = new();

    /// <summary>Ends the test where the compiler is missing.</summary>
    public static void SkipWhereMissing() => Assert.SkipUnless(IsThere.Value, $"{Command} is not installed, so nothing is compiled.");

    /// <summary>Compiles, each text once.</summary>
    public static (byte[]? Content, string Errors) Compile(string source) => Objects.GetOrAdd(
        source, text => new(() => Run(text), LazyThreadSafetyMode.ExecutionAndPublication)).Value;

    private static (byte[]? Content, string Errors) Run(string source)
    {
        var output = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Command, [.. Flags, output])
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
            return (process.ExitCode == 0 ? File.ReadAllBytes(output) : null, errors.GetAwaiter().GetResult());
        }
        finally
        {
            File.Delete(output);
        }
    }
}
