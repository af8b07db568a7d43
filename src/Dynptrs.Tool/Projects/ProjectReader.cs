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
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

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
        var framework = (string?)null;
        var answer = TryAsk(path, framework, out _, cancellationToken);
        // A project for several frameworks is read for the last, which is the newest as a rule.
        if (answer is null && FindNewestFramework(path, cancellationToken) is { } newest)
            answer = TryAsk(path, framework = newest, out _, cancellationToken);
        if (answer?.IsComplete(Path.GetDirectoryName(path)!) != true)
        {
            // Packages are not restored, or a project that it refers to is not built: that takes longer, and is needed once.
            Prepare(path, framework, cancellationToken);
            answer = TryAsk(path, framework, out var failure, cancellationToken) ?? throw Failure(path, failure);
        }

        return new ToolProject(
            Path.GetFileName(path),
            answer.Compiler,
            new CompilerCommand(Path.GetDirectoryName(path)!, answer.Arguments),
            answer.Libraries);
    }

    private static Answer? TryAsk(string path, string? framework, out ToolResult result, CancellationToken cancellationToken)
    {
        result = Run(
            path,
            framework,
            [
                "-target:Compile", "-p:DesignTimeBuild=true", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true",
                "-p:BuildProjectReferences=false", "-p:NonExistentFile=__none__/__none__",
                $"-getItem:{Arguments},{Libraries}", $"-getProperty:{Compiler}",
            ],
            cancellationToken);
        return result.ExitCode == 0 && Answer.Read(result.Output) is { Arguments.IsEmpty: false } answer ? answer : null;
    }

    private static string? FindNewestFramework(string path, CancellationToken cancellationToken)
    {
        var result = Run(path, null, [$"-getProperty:{Frameworks}"], cancellationToken);
        return result.ExitCode == 0 ? result.Output.Split(';', Trimmed).LastOrDefault() : null;
    }

    private static void Prepare(string path, string? framework, CancellationToken cancellationToken)
    {
        // For all of its frameworks, whichever is read.
        var result = Run(path, null, ["-target:Restore"], cancellationToken);
        if (result.ExitCode == 0)
            result = Run(path, framework, ["-target:ResolveReferences"], cancellationToken);
        if (result.ExitCode != 0)
            throw Failure(path, result);
    }

    private static ToolResult Run(string path, string? framework, string[] request, CancellationToken cancellationToken)
    {
        string[] chosen = framework is null ? [] : [$"-p:TargetFramework={framework}"];
        try
        {
            return ToolProcess.Run(
                DotnetHost.Path,
                ["msbuild", path, "-nologo", "-verbosity:quiet", .. chosen, .. request],
                Path.GetDirectoryName(path),
                environment: Environment,
                cancellationToken: cancellationToken);
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

    private sealed record Answer(ImmutableArray<string> Arguments, ImmutableArray<string> Libraries, string Compiler)
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
                properties.GetProperty(ProjectReader.Compiler).GetString()!);
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
