using Dynptrs.Verifier.Findings.Suggestions;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN105: a call in a loop wakes the reader each time.</summary>
internal sealed class WakeUpInLoopRule() : Rule<WakesInLoop>(
    Facts,
    "")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN105",
        "Reader is woken in each round",
        Sentence,
        RuleCategory.Suggestion,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN105.md");

    protected override string Describe(FindingText text, WakesInLoop finding) =>
        $"{FindingText.Quote(finding.Helper)} wakes the reader in each round: without the flag it is woken only when it has read all and waits";
}
