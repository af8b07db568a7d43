using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Dynptrs.Emit.Programs;

namespace Dynptrs.Agreement.Compiling;

/// <summary>clang, in two ways: as programs are compiled, and so that the code does what the C says, step by step.</summary>
internal static class Compiler
{
    private static readonly string[] Flags = [.. CompilerFlags.Of(), .. CompilerFlags.Machine, "-w", "-x", "c", "-c"];

    // The attribute of contexts needs a pass.
    private static readonly string[] LiteralFlags = ["-D__context=", "-O1", "-Xclang", "-disable-llvm-passes", "-emit-llvm"];

    /// <summary>Whether C can be compiled at all.</summary>
    public static bool IsPossible { get; } = IsInstalled("clang-19");

    /// <summary>Whether the tools are there by which C is compiled step by step.</summary>
    public static bool IsLiteralPossible { get; } = IsInstalled("opt-19") && IsInstalled("llc-19");

    /// <summary>Compiles to an object, or answers <see langword="null"/> where that is not possible.</summary>
    public static byte[]? Run(string source) => InFolder(folder =>
        Run("clang-19", [.. Flags, "-", "-o", folder + "/program.o"], source));

    /// <summary>
    /// Compiles without what clang makes better: what the source computes is computed, in its order and in its branches; variables alone are
    /// kept in registers.
    /// </summary>
    public static byte[]? RunLiterally(string source) => InFolder(folder =>
        Run("clang-19", [.. Flags, .. LiteralFlags, "-", "-o", folder + "/program.bc"], source)
        && Run("opt-19", ["-passes=always-inline,function(sroa)", folder + "/program.bc", "-o", folder + "/inlined.bc"], "")
        && Run("llc-19", ["-march=bpf", "-mcpu=v4", "-filetype=obj", folder + "/inlined.bc", "-o", folder + "/program.o"], ""));

    private static bool IsInstalled(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, command)));

    private static byte[]? InFolder(Func<string, bool> compile)
    {
        var folder = Directory.CreateTempSubdirectory("dynptr-agreement-");
        try
        {
            return compile(folder.FullName) ? File.ReadAllBytes(Path.Combine(folder.FullName, "program.o")) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Run(string command, IEnumerable<string> arguments, string input)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        errors.GetAwaiter().GetResult();
        return process.ExitCode == 0;
    }
}
