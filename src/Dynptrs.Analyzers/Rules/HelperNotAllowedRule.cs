using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Programs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN020: a program calls what programs of its type may not call, or not with such an argument.</summary>
internal sealed class HelperNotAllowedRule() : Rule(
    Facts,
    "calling kernel function %s is not allowed; program of this type cannot use helper %s#%d; R%d must be referenced or trusted",
    typeof(HelperNotAllowed),
    typeof(Untrusted))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN020",
        "Helper is not allowed in this program type",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN020.md");

    public override string Describe(FindingText text)
    {
        var use = ((HelperFinding)text.Finding).Use;
        if (text.Finding is Untrusted { Callee: var taker, IsRead: true })
            return $"{text.Subject} was read out of another object, which makes it untrusted, and {FindingText.Quote(taker)} takes trusted objects only: get the object as a parameter or from a helper";
        if (text.Finding is Untrusted { Callee: var callee })
            return $"{text.Subject} is not trusted in {HelperText.Program(use)}, and {FindingText.Quote(callee)} takes trusted objects only: attach to a BTF tracepoint (`tp_btf/…`), or get the object from a helper";
        return use.Requirements.ProgramTypes.IsEmpty
            ? $"{text.Helper(use)} may not be called by {HelperText.Program(use)}"
            : $"{text.Helper(use)} may not be called by {HelperText.Program(use)}: only by {HelperText.List(use.Requirements.ProgramTypes)} programs";
    }
}
