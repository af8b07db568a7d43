using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Dynptrs.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>
/// What the analyzer costs where there is nothing for it to do: a file of 100 methods, in a project that does not reference
/// the runtime and in one that does, beside an analyzer that registers nothing, and one that is shown every method body and
/// does not look. Each run binds the whole file, as a build does, on one thread.
/// </summary>
[MemoryDiagnoser]
public class UnusedRuntimeBenchmarks
{
    private const int WarmupRuns = 30;

    private static readonly CompilationWithAnalyzersOptions Options =
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);

    private Compilation _compilation = null!;

    [Params(false, true)]
    public bool ReferencesRuntime { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _compilation = CompiledPrograms.Compile([("Ordinary.cs", ProgramSource.OrdinaryCode(classes: 10))], ReferencesRuntime);
        CompiledPrograms.ThrowOnErrors(_compilation);

        // A run takes so long that the warm-up of a benchmark is too few of them for the JIT.
        for (var i = 0; i < WarmupRuns; i++)
        {
            Empty();
            Bodies();
            Dynptr();
        }
    }

    [Benchmark(Baseline = true, Description = "an analyzer that registers nothing")]
    public ImmutableArray<Diagnostic> Empty() => Run(new EmptyAnalyzer());

    [Benchmark(Description = "an analyzer that does not look")]
    public ImmutableArray<Diagnostic> Bodies() => Run(new IdleBodyAnalyzer());

    [Benchmark(Description = "DynptrAnalyzer")]
    public ImmutableArray<Diagnostic> Dynptr() => Run(new DynptrAnalyzer());

    private ImmutableArray<Diagnostic> Run(DiagnosticAnalyzer analyzer) =>
        _compilation.WithAnalyzers([analyzer], Options).GetAllDiagnosticsAsync().GetAwaiter().GetResult();
}
