using Dynptrs.Verifier.Findings.Programs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN030: a dynptr goes where the verifier cannot follow.</summary>
internal sealed class UnfollowedOwnerRule() : Rule(
    Facts,
    "Caller passes invalid args into func#%d ('%s')",
    typeof(PassedToUnknown),
    typeof(MadeByUnknown))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN030",
        "Dynptr is passed where it cannot be followed",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN030.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        MadeByUnknown { Callee: var callee } =>
            $"{text.Subject} comes from {FindingText.Quote(callee)}, which says nothing about it in a contract and has no body here that can be followed: call a method that has one of them",
        PassedToUnknown { Callee: var callee } =>
            $"{text.Subject} is passed to {FindingText.Quote(callee)}, which says nothing about it in a contract and has no body here that can be followed: call a method that has one of them",
        _ => throw Unexpected(text.Finding),
    };
}
