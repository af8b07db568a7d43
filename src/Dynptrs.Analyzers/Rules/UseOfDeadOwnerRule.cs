using Dynptrs.Verifier.Findings.Lifetime;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN003: a dynptr is used that was never initialised, or is gone.</summary>
internal sealed class UseOfDeadOwnerRule() : Rule(
    Facts,
    "Expected an initialized dynptr as R%d",
    typeof(UseUninitialized),
    typeof(UseReleased),
    typeof(UseDestroyed))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN003",
        "Use of a dynptr that is not initialised or is gone",
        Sentence,
        RuleCategory.Lifetime,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN003.md");

    public override string Describe(FindingText text) => text.Finding is UseUninitialized
        ? $"{text.Subject} is used before anything has initialised it{text.OnPath()}: only a call that makes it does, not its default value; make it on every path first"
        : $"{text.Subject} is used after its end{text.OnPath()}: {text.Ended()}; use it before that";
}
