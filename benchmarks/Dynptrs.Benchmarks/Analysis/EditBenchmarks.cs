using System.Linq;
using BenchmarkDotNet.Attributes;
using Dynptrs.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>
/// From an edit to the diagnostics of the file, as an editor asks for them while a person types: one character in a file of the corpus, which makes a new
/// compilation of all its files. What the compiler says of the file is asked for, or with it what an analyzer shows there.
/// </summary>
[MemoryDiagnoser]
public class EditBenchmarks
{
    private const int WarmupRuns = 20;

    private static readonly CompilationWithAnalyzersOptions Options =
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);

    private Compilation _compilation = null!;
    private SyntaxTree _tree = null!;
    private TextSpan _number;

    /// <summary>Files of 22 programs that are wrong, and of 11 that are right.</summary>
    [Params("user_ringbuf_fail", "dynptr_success.Fills")]
    public string File { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _compilation = CompiledPrograms.Corpus.Compilation;
        _tree = _compilation.SyntaxTrees.Single(tree => tree.FilePath == $"Corpus/{File}.cs");
        _number = _tree.GetRoot().DescendantNodes().OfType<BlockSyntax>().SelectMany(block => block.DescendantTokens())
            .First(token => token.IsKind(SyntaxKind.NumericLiteralToken) && token.Text.All(char.IsAsciiDigit)).Span;
        for (var i = 0; i < WarmupRuns; i++)
        {
            Compiler();
            Empty();
            Dynptr();
        }
    }

    [Benchmark(Baseline = true, Description = "the compiler alone")]
    public int Compiler() => Edit().GetDiagnostics().Length;

    [Benchmark(Description = "and an analyzer that registers nothing")]
    public int Empty() => Analyze(new EmptyAnalyzer());

    [Benchmark(Description = "and `DynptrAnalyzer`")]
    public int Dynptr() => Analyze(new DynptrAnalyzer());

    private int Analyze(DiagnosticAnalyzer analyzer)
    {
        var model = Edit();
        return model.GetDiagnostics().Length
            + model.Compilation.WithAnalyzers([analyzer], Options).GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, default).GetAwaiter().GetResult().Length;
    }

    /// <summary>Types a digit in front of a number of a method, which keeps its value.</summary>
    private SemanticModel Edit()
    {
        var changed = _tree.WithChangedText(_tree.GetText().WithChanges(new TextChange(new TextSpan(_number.Start, 0), "0")));
        return _compilation.ReplaceSyntaxTree(_tree, changed).GetSemanticModel(changed);
    }
}
