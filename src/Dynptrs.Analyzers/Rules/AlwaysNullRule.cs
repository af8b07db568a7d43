using Dynptrs.Verifier.Findings.Suggestions;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN106: a view is taken of an owner that never gives one.</summary>
internal sealed class AlwaysNullRule() : Rule<AlwaysNull>(
    Facts,
    "")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN106",
        "Slice is always null",
        Sentence,
        RuleCategory.Suggestion,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN106.md");

    protected override string Describe(FindingText text, AlwaysNull finding) =>
        $"{FindingText.Quote(finding.Helper)} always gives null for a dynptr of kind {FindingText.Quote(finding.OwnerKind)}: take a slice with a buffer instead";
}
