using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Fuzz.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Fuzz.Checks;

/// <summary>What must hold of every text, whatever it is.</summary>
internal sealed class MutantCheck
{
    private const int MaxProjects = 8;

    /// <summary>A build of all documents costs many times what an editor does for one: every so many mutants.</summary>
    private const int OfWholeBuilds = 16;

    private readonly Dictionary<string, FuzzProject> _projects = [];

    /// <summary>How long the analysis of the last text took, beside what the compiler took.</summary>
    public (TimeSpan Analysis, TimeSpan Compiler) LastWork { get; private set; }

    /// <summary>Tries a text in the place of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">The text.</param>
    /// <param name="seed">Which diagnostics are fixed, and where refactorings are asked for.</param>
    public async Task<ImmutableArray<Fault>> RunAsync(SourceFile file, string text, int seed)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        if (!_projects.TryGetValue(file.Path, out var project))
        {
            if (_projects.Count == MaxProjects)
                _projects.Clear();
            _projects.Add(file.Path, project = FuzzProject.Create(file));
        }

        var typed = await project.TypeAsync(text);
        foreach (var generator in typed.Generated.Results.Where(result => result.Exception is not null))
            faults.Add(Fault.Of("CS8785", generator.Exception!));
        var compilation = (await typed.Document.Project.GetCompilationAsync())!;
        var tree = (await typed.Document.GetSyntaxTreeAsync())!;

        var watch = Stopwatch.StartNew();
        if (TryCompile(compilation, tree) is not { } errors)
            return faults.ToImmutable();
        var compiler = watch.Elapsed;
        if (errors.Count == 0)
            CheckGenerated(compilation, faults);

        watch.Restart();
        var shown = await AnalyzeAsync(compilation, tree, isWhole: false, faults);
        LastWork = (watch.Elapsed, compiler);
        CheckPlaces(shown, faults);
        if (seed % OfWholeBuilds == 0)
            CheckAgreement(shown, await AnalyzeAsync(compilation, tree, isWhole: true, faults), faults);
        await new EditCheck(typed.Document, errors.Count, new Random(seed), faults).RunAsync(shown);
        return faults.ToImmutable();
    }

    /// <summary>The errors of the compiler in a document, or <see langword="null"/> where the text brings it down.</summary>
    private static List<Diagnostic>? TryCompile(Compilation compilation, SyntaxTree tree)
    {
        try
        {
            return [.. compilation.GetSemanticModel(tree).GetDiagnostics().Where(IsError)];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static void CheckGenerated(Compilation compilation, ImmutableArray<Fault>.Builder faults)
    {
        var errors = compilation.SyntaxTrees.Where(FuzzProject.IsGenerated)
            .SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics())
            .Where(IsError)
            .ToList();
        // What has errors elsewhere is not to blame on the generator.
        if (errors.Count > 0 && compilation.GetDiagnostics().Where(IsError).All(errors.Contains))
        {
            faults.Add(new Fault($"{errors[0].Id} in generated code alone", $"{errors[0]}\n{errors[0].Location.SourceTree}"));
        }
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        Compilation compilation,
        SyntaxTree tree,
        bool isWhole,
        ImmutableArray<Fault>.Builder faults)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) =>
            {
                lock (faults)
                    faults.Add(Fault.Of("AD0001", exception));
            },
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var analysis = compilation.WithAnalyzers(FuzzProject.Analyzers, options);
        if (isWhole)
            return (await analysis.GetAnalyzerDiagnosticsAsync()).RemoveAll(diagnostic => diagnostic.Location.SourceTree != tree);
        var syntax = await analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, default);
        return syntax.AddRange(await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, default));
    }

    /// <summary>What an editor shows is what a build reports, but for what a build alone knows.</summary>
    private static void CheckAgreement(
        ImmutableArray<Diagnostic> shown,
        ImmutableArray<Diagnostic> built,
        ImmutableArray<Fault>.Builder faults)
    {
        var left = shown.Where(IsOfDocument).Select(Render).ToHashSet();
        left.SymmetricExceptWith(built.Where(IsOfDocument).Select(Render));
        if (left.Count > 0)
            faults.Add(new Fault($"Editor and build disagree on {left.First()[..6]}", string.Join("\n", left)));
    }

    private static void CheckPlaces(ImmutableArray<Diagnostic> shown, ImmutableArray<Fault>.Builder faults)
    {
        foreach (var diagnostic in shown)
        {
            if (diagnostic.Location.SourceSpan.IsEmpty || diagnostic.GetMessage().Contains("``", StringComparison.Ordinal))
                faults.Add(new Fault($"{diagnostic.Id} on nothing", diagnostic.ToString()));
        }
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static bool IsOfDocument(Diagnostic diagnostic) =>
        !diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd);

    private static string Render(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.Location.GetLineSpan()} {diagnostic.GetMessage()}";
}
