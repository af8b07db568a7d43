using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Dynptrs.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>
/// What the analyzer costs where there is nothing for it to do: a file of 2,000 methods, in a project that references the
/// runtime and in one that does not, beside an analyzer that registers nothing. Each run binds the whole file, as a build does.
/// </summary>
public class UnusedRuntimeBenchmarks
{
    private Compilation _compilation = null!;

    [Params(false, true)]
    public bool ReferencesRuntime { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _compilation = CompiledPrograms.Compile([("Ordinary.cs", ProgramSource.OrdinaryCode(classes: 200))], ReferencesRuntime);
        CompiledPrograms.ThrowOnErrors(_compilation);
    }

    [Benchmark(Baseline = true, Description = "an analyzer that registers nothing")]
    public ImmutableArray<Diagnostic> Empty() => Run(new EmptyAnalyzer());

    [Benchmark(Description = "DynptrAnalyzer")]
    public ImmutableArray<Diagnostic> Dynptr() => Run(new DynptrAnalyzer());

    private ImmutableArray<Diagnostic> Run(DiagnosticAnalyzer analyzer) =>
        _compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
}
