using System;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>All rules: each class in this folder that derives from <see cref="Rule"/>, in the order of their ids.</summary>
internal static class RuleCatalogue
{
    public static ImmutableArray<Rule> Rules { get; } =
    [
        .. typeof(Rule).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(Rule).IsAssignableFrom(type))
            .Select(type => (Rule)Activator.CreateInstance(type))
            .OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal),
    ];

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [.. Rules.Select(rule => rule.Descriptor)];

    private static readonly ImmutableDictionary<Type, Rule> ByFinding =
        Rules.SelectMany(rule => rule.Findings, (rule, finding) => (rule, finding))
            .ToImmutableDictionary(pair => pair.finding, pair => pair.rule);

    /// <summary>The rule that reports a finding.</summary>
    public static Rule Get(Finding finding) => ByFinding[finding.GetType()];

    /// <summary>The id of the rule that reports findings of a kind.</summary>
    /// <typeparam name="TFinding">The kind of finding.</typeparam>
    public static string IdOf<TFinding>()
        where TFinding : Finding => ByFinding[typeof(TFinding)].Descriptor.Id;
}
