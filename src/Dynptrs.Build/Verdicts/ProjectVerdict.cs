using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Analyzers;
using Dynptrs.Analyzers.Rules;
using Dynptrs.Build.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Build.Verdicts;

/// <summary>What is reported of a project.</summary>
public static class ProjectVerdict
{
    private const string Generators = "Dynptrs.Generators";

    /// <summary>Verifies a project, as a build does: severities and suppressions count.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>What is reported, in the order of the source; suggestions included.</returns>
    public static async Task<ImmutableArray<Diagnostic>> ReadAsync(CompiledProject project, CancellationToken cancellationToken = default)
    {
        // What generators find wrong in declarations, their own analyzers report.
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            new DynptrAnalyzer(),
            .. project.Extensions
                .Where(extension => Path.GetFileNameWithoutExtension(extension.FullPath) == Generators)
                .SelectMany(extension => extension.GetAnalyzers(LanguageNames.CSharp)),
        ];
        var options = new CompilationWithAnalyzersOptions(
            project.Options,
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false);
        var diagnostics = await project.Compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return
        [
            .. diagnostics
                // Each mistake has its path with it.
                .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && diagnostic.Id != PathDiagnostics.Step.Id)
                .OrderBy(diagnostic => diagnostic.Location.GetMappedLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }
}
