using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>
/// From an edit to the diagnostics of the file, as an editor asks for them while a person types: one character in a file of the corpus,
/// which makes a new compilation of all its files. What the compiler says of the file is asked for, or with it what an analyzer shows
/// there. The runs take turns, so that whatever else the machine does, it does to all of them, and the time is that of the processor.
/// </summary>
internal static class EditReport
{
    private const int WarmupRounds = 20;
    private const int Rounds = 40;

    private static readonly string[] Files = ["user_ringbuf_success", "dynptr_success.Fills", "user_ringbuf_fail"];

    private static readonly CompilationWithAnalyzersOptions Options =
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);

    private static readonly ImmutableArray<DiagnosticAnalyzer>[] Analyzers =
        [[], [new EmptyAnalyzer()], [new IdleBodyAnalyzer()], [new DynptrAnalyzer()]];

    public static void Run()
    {
        Console.WriteLine("| a file of the corpus | the compiler alone | and an analyzer that registers nothing | and one that does not look | and `DynptrAnalyzer` | to the compiler alone | to one that does not look |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var file in Files)
        {
            var times = Measure(CompiledPrograms.Corpus.Compilation, $"Corpus/{file}.cs");
            Console.WriteLine(FormattableString.Invariant(
                $"| `{file}.cs` | {times[0]:F1} ms | {times[1]:F1} ms | {times[2]:F1} ms | {times[3]:F1} ms | {times[3] / times[0]:F2} | {times[3] / times[2]:F2} |"));
        }
    }

    /// <summary>The medians.</summary>
    private static double[] Measure(Compilation compilation, string file)
    {
        var tree = compilation.SyntaxTrees.Single(candidate => candidate.FilePath == file);
        var times = Analyzers.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < WarmupRounds + Rounds; round++)
        {
            for (var i = 0; i < Analyzers.Length; i++)
            {
                var edited = Edit(tree);
                var start = Environment.CpuUsage.TotalTime;
                Diagnose(compilation.ReplaceSyntaxTree(tree, edited), edited, Analyzers[i]);
                if (round >= WarmupRounds)
                    times[i].Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            }
        }

        return [.. times.Select(each => each.Order().ElementAt(Rounds / 2))];
    }

    private static void Diagnose(Compilation compilation, SyntaxTree tree, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var model = compilation.GetSemanticModel(tree);
        model.GetDiagnostics();
        if (!analyzers.IsEmpty)
        {
            compilation
                .WithAnalyzers(analyzers, Options)
                .GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, default)
                .GetAwaiter()
                .GetResult();
        }
    }

    /// <summary>Types a digit in front of a number of a method, which keeps its value.</summary>
    private static SyntaxTree Edit(SyntaxTree tree)
    {
        var number = tree.GetRoot().DescendantNodes().OfType<BlockSyntax>().SelectMany(block => block.DescendantTokens())
            .First(token => token.IsKind(SyntaxKind.NumericLiteralToken) && token.Text.All(char.IsAsciiDigit));
        return tree.WithChangedText(tree.GetText().WithChanges(new TextChange(new TextSpan(number.SpanStart, 0), "0")));
    }
}
