using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN107: a reservation of a constant size whose owner is used for nothing but a view.</summary>
internal sealed class ConstantReservationRule() : Rule(
    Facts,
    "",
    FindingKind.ConstantReservation)
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN107",
        "Reservation of a constant size needs no dynptr",
        Sentence,
        RuleCategory.Suggestion,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN107.md");

    public override string Describe(FindingText text) =>
        $"{text.Subject} is used for nothing but its memory, whose size is a constant: {text.Detail} gives that at once";
}
