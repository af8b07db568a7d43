using Dynptrs.Verifier.Findings.Suggestions;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN107: a reservation of a constant size whose owner is used for nothing but a view.</summary>
internal sealed class ConstantReservationRule() : Rule<ConstantReservation>(
    Facts,
    "")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN107",
        "Reservation of a constant size needs no dynptr",
        Sentence,
        RuleCategory.Suggestion,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN107.md");

    protected override string Describe(FindingText text, ConstantReservation finding) =>
        $"{text.Subject} is used for nothing but its memory, whose size is a constant: {FindingText.Quote(finding.Helper)} gives that at once";
}
