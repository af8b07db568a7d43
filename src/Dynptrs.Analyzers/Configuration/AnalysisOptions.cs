using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers.Configuration;

/// <summary>What the project, global configurations and <c>.editorconfig</c> files ask of the analysis.</summary>
internal sealed class AnalysisOptions(AnalyzerConfigOptionsProvider provider)
{
    private readonly ConcurrentDictionary<SyntaxTree, FileOptions> _files = new();

    /// <summary>The options of the file in which a symbol is declared; of one that is declared elsewhere, those of the project.</summary>
    public FileOptions Of(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences is [var reference, ..]
            ? Of(reference.SyntaxTree)
            : FileOptions.Read(provider.GlobalOptions, provider.GlobalOptions);

    /// <summary>The options of a file.</summary>
    public FileOptions Of(SyntaxTree tree) =>
        _files.GetOrAdd(tree, file => FileOptions.Read(provider.GetOptions(file), provider.GlobalOptions));

    /// <summary>Reports each mistake in the options once: of which file it is, an analyzer is not told.</summary>
    public void Check(CompilationAnalysisContext context)
    {
        var reported = new HashSet<OptionMistake>();
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            foreach (var mistake in Of(tree).Mistakes.Concat(FileOptions.FindUnknown(provider.GetOptions(tree))))
            {
                if (reported.Add(mistake))
                    context.ReportDiagnostic(mistake.ToDiagnostic());
            }
        }
    }
}
