using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN106: a view is taken of an owner that never gives one.</summary>
internal sealed class AlwaysNullRule() : Rule(
    Facts,
    "",
    FindingKind.AlwaysNull)
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN106",
        "Slice is always null",
        Sentence,
        RuleCategory.Suggestion,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN106.md");

    public override string Describe(FindingText text) =>
        $"{text.Detail} always gives null for a dynptr of kind {FindingText.Quote(text.Finding.OwnerKind!)}: take a slice with a buffer instead";
}
