using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Dynptrs.Build.Compiling;
using Dynptrs.Build.Toolchain;

namespace Dynptrs.Tool.Projects;

/// <summary>Asks MSBuild what the compiler of a project would be told, without compiling.</summary>
internal static class ProjectReader
{
    private const string Arguments = "CscCommandLineArgs";
    private const string Libraries = "ReferenceCopyLocalPaths";
    private const string Compiler = "RoslynTargetsPath";
    private const string Frameworks = "TargetFrameworks";
    private const string Framework = "TargetFramework";

    // What an outer `dotnet` sets for its children would lead this one to another SDK.
    private static readonly KeyValuePair<string, string?>[] Environment =
    [
        new("MSBuildSDKsPath", null), new("MSBuildExtensionsPath", null), new("MSBUILD_EXE_PATH", null),
        new("DOTNET_CLI_UI_LANGUAGE", "en"),
    ];

    /// <summary>Reads a project.</summary>
    /// <exception cref="ToolException">MSBuild cannot read it.</exception>
    public static ToolProject Read(string path, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(path)!;
        var answer = Ask(path, folder, framework: null, cancellationToken);
        // A project for several frameworks is read for the last, which is the newest as a rule.
        if (answer.Arguments.IsEmpty && answer.Frameworks is [.., var newest])
            answer = Ask(path, folder, newest, cancellationToken);
        if (answer.Arguments.IsEmpty)
            throw new ToolException($"MSBuild says nothing of the compiler of {path}. Does `dotnet build` build it?");
        return new ToolProject(
            Path.GetFileName(path), answer.Compiler, new CompilerCommand(folder, answer.Arguments), answer.Libraries);
    }

    private static Answer Ask(string path, string folder, string? framework, CancellationToken cancellationToken)
    {
        var result = Run(path, folder, framework, "Compile", isDesign: true, cancellationToken);
        var answer = result.ExitCode == 0 ? Answer.Read(result.Output) : null;
        if (answer?.IsComplete(folder) == true)
            return answer;

        // Packages are not restored, or a project that it refers to is not built: that takes longer, and is needed once.
        var prepared = Run(path, folder, framework, "ResolveReferences", isDesign: false, cancellationToken);
        if (prepared.ExitCode != 0)
            throw Failure(path, prepared);
        result = Run(path, folder, framework, "Compile", isDesign: true, cancellationToken);
        return result.ExitCode == 0 ? Answer.Read(result.Output) : throw Failure(path, result);
    }

    private static ToolResult Run(
        string path,
        string folder,
        string? framework,
        string target,
        bool isDesign,
        CancellationToken cancellationToken)
    {
        string[] design =
        [
            "-p:DesignTimeBuild=true", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", "-p:BuildProjectReferences=false",
            "-p:NonExistentFile=__none__/__none__",
            $"-getItem:{Arguments},{Libraries}", $"-getProperty:{Compiler},{Frameworks},{Framework}",
        ];
        string[] arguments =
        [
            "msbuild", path, "-nologo", "-verbosity:quiet", $"-target:{target}",
            .. framework is null ? Array.Empty<string>() : [$"-p:{Framework}={framework}"],
            .. isDesign ? design : ["-restore"],
        ];
        try
        {
            return ToolProcess.Run(DotnetHost.Path, arguments, folder, environment: Environment, cancellationToken: cancellationToken);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new ToolException(
                $"`dotnet` does not start, which reads projects: {exception.Message}. Install the .NET 10 SDK or later.");
        }
    }

    private static ToolException Failure(string path, ToolResult result)
    {
        var errors = (result.Output + result.Errors)
            .Split('\n', Trimmed)
            .Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
            .Distinct()
            .Take(5)
            .ToList();
        if (errors.Count == 0)
            errors.Add($"it ended with {result.ExitCode}.");
        return new ToolException($"MSBuild cannot read {path}:\n{string.Join('\n', errors)}");
    }

    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private sealed record Answer(
        ImmutableArray<string> Arguments,
        ImmutableArray<string> Libraries,
        string Compiler,
        ImmutableArray<string> Frameworks)
    {
        public static Answer Read(string json)
        {
            // A warning may stand before it.
            using var document = JsonDocument.Parse(json[json.IndexOf('{')..]);
            var (items, properties) = (document.RootElement.GetProperty("Items"), document.RootElement.GetProperty("Properties"));
            var files = Items(items, ProjectReader.Libraries, "FullPath");
            return new Answer(
                [.. Items(items, ProjectReader.Arguments, "Identity")],
                [.. files.Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))],
                properties.GetProperty(ProjectReader.Compiler).GetString()!,
                properties.GetProperty(Framework).GetString() is { Length: > 0 }
                    ? []
                    : [.. properties.GetProperty(ProjectReader.Frameworks).GetString()!.Split(';', Trimmed)]);
        }

        /// <summary>Whether all that it refers to is there.</summary>
        public bool IsComplete(string folder) => Arguments
            .Where(argument => argument.StartsWith("/reference:", StringComparison.Ordinal))
            .Select(argument => argument["/reference:".Length..].Trim('"'))
            .All(reference => File.Exists(Path.Combine(folder, reference[(reference.IndexOf('=') + 1)..])));

        private static IEnumerable<string> Items(JsonElement items, string name, string metadata) =>
            items.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(item => item.GetProperty(metadata).GetString()!) : [];
    }
}
