using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN004: the last holder of a reference is overwritten.</summary>
internal sealed class OverwrittenReferenceRule() : Rule(
    Facts,
    "cannot overwrite referenced dynptr; Dynptr has to be an uninitialized dynptr",
    typeof(OverwriteHeld),
    typeof(OverwriteBorrowed))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN004",
        "Last holder of a reference is overwritten",
        Sentence,
        RuleCategory.Lifetime,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN004.md");

    public override string Describe(FindingText text) => text.Finding is OverwriteBorrowed
        ? $"{text.Subject} is only lent to this method and may not be made anew by it: use a variable of its own"
        : $"{text.Subject} is overwritten while it is still held{text.OnPath()}, and nothing else holds its reference: "
            + $"{text.Acquisition(text.Step(TraceStepKind.Acquired))} must be released first";
}
