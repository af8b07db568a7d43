using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Build.Emitting;
using Dynptrs.Build.Verdicts;
using Dynptrs.Tool.Projects;
using Dynptrs.Tool.Terminal;
using Dynptrs.Tool.Verdicts;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Tool.Commands;

/// <summary><c>dynptr verify</c>: what the verifier says, without a kernel.</summary>
internal static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ToolConsole console)
    {
        var paths = CommandParts.Paths();
        var sarif = new Option<FileInfo?>("--sarif")
        {
            Description = "Write the report into this file, too, as SARIF 2.1.0.",
            HelpName = "FILE",
        };
        var command = new Command("verify", "Verify programs, and all code that keeps a contract. No kernel is asked, nothing is built.")
        {
            paths, sarif,
        };
        return command.Does(console, (result, cancellation) =>
            RunAsync(console, result.GetValue(paths)!, result.GetValue(sarif), cancellation));
    }

    /// <summary>Verifies.</summary>
    public static Task<int> RunAsync(ToolConsole console, IReadOnlyList<string> paths, FileInfo? sarif, CancellationToken cancellationToken)
    {
        var project = ProjectCompiler.Read(paths, console, cancellationToken);
        return VerifyAsync(console, project, sarif, cancellationToken);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> VerifyAsync(
        ToolConsole console,
        ToolProject project,
        FileInfo? sarif,
        CancellationToken cancellationToken)
    {
        var compiled = ProjectCompiler.Compile(project, console, cancellationToken);
        var diagnostics = await console.WaitAsync($"Verifying {project.Name}", () => ProjectVerdict.ReadAsync(compiled, cancellationToken));
        var report = new DiagnosticReport(console, Directory.GetCurrentDirectory());
        foreach (var diagnostic in diagnostics)
            report.Write(diagnostic);
        if (sarif is not null)
            Save(diagnostics, compiled.Folder, sarif);

        var programs = new ProjectPrograms(compiled, cancellationToken: cancellationToken).All.Length;
        var counts = Summary(diagnostics);
        var isRefused = diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var color = isRefused ? "red" : "green";
        console.Line($"[{color} bold]{ToolConsole.Escape(project.Name)}: {counts}[/] in {CommandParts.Count(programs, "program")}.");
        return isRefused ? ExitCodes.Refused : ExitCodes.Fine;
    }

    private static string Summary(ImmutableArray<Diagnostic> diagnostics)
    {
        var counts = diagnostics
            .GroupBy(diagnostic => diagnostic.Severity)
            .OrderByDescending(group => group.Key)
            .Select(group => CommandParts.Count(group.Count(), DiagnosticReport.Name(group.Key)))
            .ToList();
        return counts.Count == 0 ? "no mistakes" : string.Join(", ", counts);
    }

    private static void Save(ImmutableArray<Diagnostic> diagnostics, string folder, FileInfo file)
    {
        var version = typeof(VerifyCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        try
        {
            file.Directory?.Create();
            using var stream = file.Create();
            SarifReport.Write(diagnostics, folder, version.Split('+')[0], stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Half a report is none.
            if (file.Exists)
                file.Delete();
            throw new ToolException($"The report cannot be written: {exception.Message}");
        }
    }
}
