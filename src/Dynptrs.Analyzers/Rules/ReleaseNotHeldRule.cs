using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN002: something is released that is not held.</summary>
internal sealed class ReleaseNotHeldRule() : Rule(
    Facts,
    "Expected an initialized dynptr as R%d; CONST_PTR_TO_DYNPTR cannot be released; "
        + "release kfunc %s expects referenced PTR_TO_BTF_ID passed to R%d",
    typeof(ReleaseTwice),
    typeof(ReleaseUnacquired),
    typeof(ReleaseBorrowed))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN002",
        "Release of a reference that is not held",
        Sentence,
        RuleCategory.Lifetime,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN002.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        ReleaseTwice => $"{text.Subject} is released a second time{text.OnPath()}: {text.Ended()}; release it once on every path",
        ReleaseBorrowed => $"{text.Subject} is only lent to this method and may not be released by it: its caller does that",
        ReleaseUnacquired { Helper: var helper } when text.Step(TraceStepKind.Overwritten) is { } step =>
            $"{text.Subject} holds no reference that {FindingText.Quote(helper)} could release{text.OnPath()}: it was overwritten on {text.Place(step)}",
        ReleaseUnacquired { Helper: var helper } =>
            $"{text.Subject} holds no reference that {FindingText.Quote(helper)} could release{text.OnPath()}: {text.Made()}; release only where one is held",
        _ => throw Unexpected(text.Finding),
    };
}
