using Dynptrs.Verifier.Findings.Memory;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN019: bytes are reached that belong to a lock, or to something else that only its own functions may touch.</summary>
internal sealed class OpaquePartRule() : Rule<OpaquePart>(Facts, "%s cannot be accessed directly by load/store")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN019",
        "Bytes that only the kernel may touch are accessed",
        Sentence,
        RuleCategory.Memory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN019.md");

    protected override string Describe(FindingText text, OpaquePart finding)
    {
        var part = finding.Part;
        var reaches = finding.IsCertain ? "reaches" : "may reach";
        var first = AccessText.Number(part.Offset);
        var last = AccessText.Number(part.Offset + part.Size - 1L);
        var advice = finding.IsWithin ? "call these, or use another field" : "read and write the fields around it one by one";
        return $"{text.Subject} {reaches} the {FindingText.Quote(part.Name)} at offsets {first} to {last}, "
            + $"which only its own functions may read and write: {advice}";
    }
}
