using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Dynptrs.Build.Emitting;
using Dynptrs.Emit.Programs;

namespace Dynptrs.Build.Toolchain;

/// <summary>The compiler that makes objects of C.</summary>
public sealed partial class Clang
{
    /// <summary>The environment variable that names another one.</summary>
    public const string Variable = "DYNPTR_CLANG";

    /// <summary>The oldest version that is known to do.</summary>
    public const int OldestVersion = 19;

    private Clang(string path, int version)
    {
        Path = path;
        Version = version;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Its version.</summary>
    public int Version { get; }

    /// <summary>Where <c>llvm-strip</c> is, that of the same version first, or <see langword="null"/>.</summary>
    public string? Strip => Executables.Find($"llvm-strip-{Version}")
        ?? Executables.Find(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "llvm-strip"))
        ?? Executables.Find("llvm-strip");

    /// <summary>Looks for a compiler: what <c>DYNPTR_CLANG</c> names, else the nearest version that does.</summary>
    /// <param name="problem">Why there is none, and how to get one.</param>
    /// <returns>The compiler, or <see langword="null"/>.</returns>
    public static Clang? Find(out string problem)
    {
        problem = "";
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
        {
            if (Executables.Find(chosen) is not { } path)
                problem = $"{Variable} names `{chosen}`, which is not there. Name a clang of version {OldestVersion} or later, or unset it";
            else if (ReadVersion(path) is var version && version >= OldestVersion)
                return new Clang(path, version);
            else
                problem = $"{Variable} names `{chosen}`, which is no clang of version {OldestVersion} or later. Name one, or unset it";
            return null;
        }

        foreach (var path in Candidates())
        {
            if (ReadVersion(path) is var version && version >= OldestVersion)
                return new Clang(path, version);
        }

        problem = $"clang {OldestVersion} or later is not installed, which makes objects for the kernel. Install it: `{InstallCommand}`; "
            + $"or name one in the environment variable {Variable}";
        return null;
    }

    /// <summary>The command that installs a compiler here.</summary>
    public static string InstallCommand =>
        Executables.Find("dnf") is not null ? "dnf install clang llvm"
        : Executables.Find("pacman") is not null ? "pacman -S clang llvm"
        : Executables.Find("apk") is not null ? $"apk add clang{OldestVersion} llvm{OldestVersion}"
        : $"apt-get install clang-{OldestVersion} llvm-{OldestVersion}";

    /// <summary>Makes an object, without what only a debugger reads.</summary>
    /// <param name="source">The C.</param>
    /// <param name="cpu">The instruction set.</param>
    /// <param name="folder">The folder of the project: the kernel is told the lines of the files in it.</param>
    /// <param name="problems">Why there is none.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The object, or <see langword="null"/>.</returns>
    public byte[]? Compile(
        string source,
        string cpu,
        string folder,
        out ImmutableArray<SourceProblem> problems,
        CancellationToken cancellationToken = default)
    {
        // Private: no one else on this machine may write what is loaded into the kernel.
        var temporary = Directory.CreateTempSubdirectory("dynptr-");
        try
        {
            var output = System.IO.Path.Combine(temporary.FullName, "object.o");
            // What is written from C# has what clang warns of; where it stands in the source is told without this machine's folders.
            string[] arguments =
            [
                .. CompilerFlags.Of(cpu), .. CompilerFlags.Machine, "-w",
                $"-fdebug-prefix-map={folder.TrimEnd('/', '\\')}=.", "-x", "c", "-c", "-", "-o", output,
            ];
            // What it writes when it breaks off goes with the rest.
            var environment = new Dictionary<string, string?> { ["TMPDIR"] = temporary.FullName, ["LLVM_DISABLE_SYMBOLIZATION"] = "1" };
            var result = ToolProcess.Run(Path, arguments, folder, source, environment, cancellationToken);
            problems = result.ExitCode == 0 ? [] : ReadErrors(result.Errors, folder);
            if (result.ExitCode != 0)
                return null;
            if (Strip is { } strip)
                _ = ToolProcess.Run(strip, ["-g", output], cancellationToken: cancellationToken);
            return File.ReadAllBytes(output);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static ImmutableArray<SourceProblem> ReadErrors(string text, string folder)
    {
        ImmutableArray<SourceProblem> located =
        [
            .. text.Split('\n')
                .Select(line => Error().Match(line))
                .Where(match => match.Success)
                .Select(match => new SourceProblem(
                    match.Groups["path"].Value is var path && path.StartsWith('<') ? null : System.IO.Path.GetFullPath(path, folder),
                    int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture),
                    1,
                    SourceProblem.NotCompiled,
                    $"clang makes no object of this: {match.Groups["text"].Value}"))
                .Distinct(),
        ];
        return located.IsEmpty
            ? [new SourceProblem(null, 0, 0, SourceProblem.NotCompiled, $"clang makes no object: {Sentence(text)}")]
            : located;
    }

    /// <summary>The error, without what is meant for the people that make clang; else all of it.</summary>
    private static string Sentence(string text) => text.Split('\n')
        .Select(line => line.Trim())
        .FirstOrDefault(line => line.Contains("error: ", StringComparison.Ordinal)) ?? text.Trim().ReplaceLineEndings(" ");

    private static IEnumerable<string> Candidates() => Executables.Matching(VersionedName())
        .Select(path => (Path: path, Name: VersionedName().Match(System.IO.Path.GetFileName(path))))
        .Select(candidate => (candidate.Path, Version: int.Parse(candidate.Name.Groups[1].Value, CultureInfo.InvariantCulture)))
        .Where(candidate => candidate.Version >= OldestVersion)
        .OrderBy(candidate => candidate.Version)
        .Select(candidate => candidate.Path)
        .Concat(Executables.Find("clang") is { } plain ? [plain] : []);

    private static int ReadVersion(string path)
    {
        try
        {
            var match = VersionText().Match(ToolProcess.Run(path, ["--version"]).Output);
            return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0;
        }
    }

    [GeneratedRegex(@"^clang-(\d+)(\.exe)?$")]
    private static partial Regex VersionedName();

    [GeneratedRegex(@"clang version (\d+)\.")]
    private static partial Regex VersionText();

    [GeneratedRegex(@"^(?<path>[^:]+):(?<line>\d+):\d+: (fatal )?error: (?<text>.+)$")]
    private static partial Regex Error();
}
