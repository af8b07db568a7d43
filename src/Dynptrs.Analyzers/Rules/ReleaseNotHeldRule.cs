using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN002: something is released that is not held.</summary>
internal sealed class ReleaseNotHeldRule() : Rule(
    Facts,
    "Expected an initialized dynptr as R%d; CONST_PTR_TO_DYNPTR cannot be released",
    FindingKind.ReleaseTwice,
    FindingKind.ReleaseUnacquired,
    FindingKind.ReleaseBorrowed)
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN002",
        "Release of a reference that is not held",
        Sentence,
        RuleCategory.Lifetime,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN002.md");

    public override string Describe(FindingText text) => text.Finding.Kind switch
    {
        FindingKind.ReleaseTwice => $"{text.Subject} is released a second time: {text.Ended()}; release it once on every path",
        FindingKind.ReleaseBorrowed => $"{text.Subject} is only lent to this method and may not be released by it: its caller does that",
        _ when text.Step(TraceStepKind.Overwritten) is { } step => $"{text.Subject} holds no reference that {text.Detail} could release: it was overwritten on {text.Line(step)}",
        _ => $"{text.Subject} holds no reference that {text.Detail} could release{text.OnPath()}: {text.Made()}; release only where one is held",
    };
}
