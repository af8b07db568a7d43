using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Memory;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN008: a size that must be constant is not, an offset has no bound, or an address is not known at all.</summary>
internal sealed class UnboundedRule() : Rule(
    Facts,
    "R%d must be a known constant; R%d is not a known constant'; R%d unbounded memory access, make sure to bounds check any such access; "
    + "R%d invalid mem access '%s'",
    typeof(SizeNotConstant),
    typeof(UnknownOrigin),
    typeof(Unbounded))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN008",
        "Size is not constant or offset has no bound",
        Sentence,
        RuleCategory.Memory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN008.md");

    public override string Describe(FindingText text)
    {
        if (text.Finding is SizeNotConstant { DynptrForm: var form })
        {
            return form is null
                ? $"{text.Subject} is the size of a slice, which must be a constant, but it may have more than one value here: give a constant, and test the rest when it runs"
                : $"{text.Subject} is the size of a record, which must be a constant, but it may have more than one value here: "
                    + $"give a constant, or reserve with {FindingText.Quote(form)}";
        }

        if (text.Finding is UnknownOrigin)
        {
            return $"nothing is known of where {text.Subject} points, because it was read from memory, made of a number, or never set: "
                + "keep the pointer in a local variable, and make it of something whose size is known";
        }

        var access = ((AccessFinding)text.Finding).Access;
        if (access.Limit < 0)
            return $"how large the memory behind {text.Subject} is cannot be known here, so no access to it can be proved to lie inside: take it from something of a constant size";
        return access.First == access.Last
            ? $"{AccessText.Memory(text, access.Limit)}, but the length that is asked of it has no upper bound here: "
                + MemoryReads.Advice(text, "test it first")
            : $"{AccessText.Memory(text, access.Limit)}, but the offset into it has no upper bound here: "
                + MemoryReads.Advice(text, "test it first");
    }
}
