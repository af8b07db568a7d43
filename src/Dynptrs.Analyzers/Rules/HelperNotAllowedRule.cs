using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Programs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN020: a program calls what programs of its type may not call, or not with such an argument.</summary>
internal sealed class HelperNotAllowedRule() : Rule(
    Facts,
    "calling kernel function %s is not allowed; program of this type cannot use helper %s#%d; R%d must be referenced or trusted; "
        + "R%d must be a rcu pointer; "
        + "Sleepable programs can only use array, hash, ringbuf and local storage maps; "
        + "cannot tail call within callback",
    typeof(HelperNotAllowed),
    typeof(MapNotAllowed),
    typeof(MapInSleepable),
    typeof(EndsInCallback),
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
        if (text.Finding is Untrusted untrusted)
        {
            var wanted = $"{FindingText.Quote(untrusted.Callee)} takes trusted objects only";
            if (untrusted.IsRead)
                return $"{text.Subject} was read out of another object, so it is not trusted, and {wanted}: get the object from a helper";
            const string Advice = "attach to a BTF tracepoint (`tp_btf/…`), or get the object from a helper";
            return $"{text.Subject} is not trusted in {HelperText.Program(use)}, and {wanted}: {Advice}";
        }

        if (text.Finding is MapNotAllowed map)
            return $"the values of {text.Subject} hold a {FindingText.Quote(map.Content)}, and such a map may not be used by {HelperText.Program(use)}";
        if (text.Finding is EndsInCallback)
            return $"{text.Helper(use)} ends the program, which a callback may not: call it where the program goes on after the callback";
        if (text.Finding is MapInSleepable { MapType: var type })
            return $"{text.Subject} is a map of the type {type}, which {HelperText.Program(use)} may not use since it is sleepable";
        return use.Requirements.ProgramTypes.IsEmpty
            ? $"{text.Helper(use)} may not be called by {HelperText.Program(use)}"
            : $"{text.Helper(use)} may not be called by {HelperText.Program(use)}: only by {HelperText.List(use.Requirements.ProgramTypes)} programs";
    }
}
