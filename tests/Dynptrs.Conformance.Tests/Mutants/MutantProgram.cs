using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Analyzers;
using Dynptrs.Conformance.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Conformance.Tests.Mutants;

/// <summary>A program of the corpus that stands alone, to be changed.</summary>
internal sealed class MutantProgram
{
    private const string TooComplexId = "DYN031";

    private static readonly Lazy<ImmutableArray<MutantProgram>> AllInstance = new(ReadAll, LazyThreadSafetyMode.ExecutionAndPublication);

    private MutantProgram(string suite, string name, SyntaxTree tree)
    {
        Suite = suite;
        Name = name;
        Tree = tree;
        Compilation = SharedDeclarations.Empty.AddSyntaxTrees(tree);
        Marks = MarkReader.Read(tree);
    }

    /// <summary>The programs of the corpus, their neighbours included.</summary>
    public static ImmutableArray<MutantProgram> All => AllInstance.Value;

    public string Suite { get; }

    public string Name { get; }

    public SyntaxTree Tree { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>What must be found in it as it is.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>What the analyzer and the compiler say of the program as it is.</summary>
    public Task<ImmutableArray<Diagnostic>> GetErrors() => GetErrors(Compilation);

    public async Task<MutantVerdict> Judge(Mutant mutant)
    {
        var tree = Tree.WithChangedText(Tree.GetText().WithChanges(mutant.Changes));
        var errors = await GetErrors(Compilation.ReplaceSyntaxTree(Tree, tree));
        return errors.Any(error => error.Id.StartsWith("CS", StringComparison.Ordinal)) ? MutantVerdict.DoesNotCompile
            : errors.Any(error => error.Id == TooComplexId) ? MutantVerdict.TooComplex
            : errors.IsEmpty ? MutantVerdict.Accepted
            : MutantVerdict.Rejected;
    }

    private static async Task<ImmutableArray<Diagnostic>> GetErrors(CSharpCompilation compilation)
    {
        Exception? failure = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => failure = exception,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation
            .WithAnalyzers([new DynptrAnalyzer()], options)
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return failure is null
            ? [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]
            : throw new InvalidOperationException("The analyzer failed.", failure);
    }

    private static ImmutableArray<MutantProgram> ReadAll() =>
    [
        .. CorpusSources.Valid
            .Where(file => file.Suite is not null)
            .GroupBy(file => file.Suite!)
            .SelectMany(files =>
            {
                var source = new ProgramSource(files);
                return files
                    .SelectMany(file => file.Programs)
                    .Select(program => program.Identifier.ValueText)
                    .Select(name => new MutantProgram(files.Key, name, source.Extract(name)));
            }),
    ];
}
