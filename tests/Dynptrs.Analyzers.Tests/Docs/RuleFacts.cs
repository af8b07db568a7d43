using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers.Tests.Docs;

/// <summary>What is known of a rule: its descriptor, and what stands elsewhere about it.</summary>
/// <param name="Descriptor">The descriptor.</param>
/// <param name="Since">The release that first has it.</param>
/// <param name="WhyNoFix">Why it has no code fix, or <see langword="null"/> where nothing says so.</param>
internal sealed record RuleFacts(DiagnosticDescriptor Descriptor, string Since, string? WhyNoFix)
{
    /// <summary>The projects that have analyzers.</summary>
    public static ImmutableArray<Assembly> Sources { get; } = [typeof(DynptrAnalyzer).Assembly, Assembly.Load("Dynptrs.Generators")];

    /// <summary>The analyzers that the package brings.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [.. Create<DiagnosticAnalyzer>([.. Sources])];

    /// <summary>The generators that the package brings.</summary>
    public static ImmutableArray<ISourceGenerator> Generators { get; } =
        [.. Create<IIncrementalGenerator>([.. Sources]).Select(generator => generator.AsSourceGenerator())];

    /// <summary>The code fixes that the package brings.</summary>
    public static ImmutableArray<CodeFixProvider> Fixes { get; } = [.. Create<CodeFixProvider>(typeof(ContractFixProvider).Assembly)];

    /// <summary>The reasons for which rules have no fix, by their ids.</summary>
    public static IReadOnlyDictionary<string, string> Unfixable { get; } =
        JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(PagePath("unfixable.json")))!;

    /// <summary>Where the fixes of rules have nothing to offer, by their ids.</summary>
    public static IReadOnlyDictionary<string, string> PartlyFixable { get; } =
        JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(PagePath("partly-fixable.json")))!;

    /// <summary>The descriptors of all analyzers; those of one rule that two analyzers report have the same id.</summary>
    public static ILookup<string, DiagnosticDescriptor> Descriptors { get; } = Analyzers
        .SelectMany(analyzer => analyzer.SupportedDiagnostics)
        .Distinct()
        .ToLookup(descriptor => descriptor.Id);

    /// <summary>The rules of all analyzers, by their ids.</summary>
    public static ImmutableSortedDictionary<string, RuleFacts> All { get; } =
        Descriptors.ToImmutableSortedDictionary(rule => rule.Key, rule => Find(rule.First()), StringComparer.Ordinal);

    public string Id => Descriptor.Id;

    /// <summary>The rules that the analyzers of a project report.</summary>
    public static IEnumerable<RuleFacts> Of(Assembly project) => Analyzers
        .Where(analyzer => analyzer.GetType().Assembly == project)
        .SelectMany(analyzer => analyzer.SupportedDiagnostics)
        .Select(descriptor => descriptor.Id)
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(id => All[id]);

    /// <summary>The page that the rule should have.</summary>
    public string Page => PagePath(Id + ".md");

    /// <summary>Whether a code fix may fix it.</summary>
    public bool IsFixable => Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(Id));

    /// <summary>Whether a code fix fixes it, and where it does not, for a table.</summary>
    public string DescribeFix() =>
        !IsFixable ? $"none: {WhyNoFix}" : PartlyFixable.TryGetValue(Id, out var why) ? $"yes, except {why}" : "yes";

    /// <summary>What the kernel's verifier says in the same case, if it says anything.</summary>
    public string? KernelMessage =>
        RuleCatalogue.Rules.FirstOrDefault(rule => rule.Descriptor.Id == Id)?.KernelMessage is { Length: > 0 } message ? message : null;

    /// <summary>Whether it speaks of the project as a whole, not of a line.</summary>
    public bool IsOfProject => Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd);

    public static string PagePath(string name) => Path.Combine(Repository.Root, "docs", "rules", name);

    private static RuleFacts Find(DiagnosticDescriptor descriptor) =>
        new(
            descriptor,
            ReleaseRow.Shipped.GetValueOrDefault(descriptor.Id)?.Version ?? ReleaseRow.NextVersion,
            Unfixable.GetValueOrDefault(descriptor.Id));

    private static IEnumerable<T> Create<T>(params Assembly[] assemblies) =>
        from assembly in assemblies
        from type in assembly.GetTypes()
        where typeof(T).IsAssignableFrom(type) && !type.IsAbstract
        select (T)Activator.CreateInstance(type)!;
}
