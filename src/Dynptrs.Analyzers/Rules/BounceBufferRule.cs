using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN103: a buffer is given that is never used, or none where the call gives null without one.</summary>
internal sealed class BounceBufferRule() : Rule(
    Facts,
    "",
    FindingKind.BufferNeverUsed,
    FindingKind.BufferMissing)
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN103",
        "Buffer is never used or is missing",
        Sentence,
        RuleCategory.Suggestion,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN103.md");

    public override string Describe(FindingText text)
    {
        var kind = FindingText.Quote(text.Finding.OwnerKind!);
        return text.Finding.Kind == FindingKind.BufferNeverUsed
            ? $"{text.Detail} never copies to this buffer: the bytes of a dynptr of kind {kind} lie in one piece"
            : $"{text.Detail} gives null without a buffer: the bytes of a dynptr of kind {kind} must be copied";
    }
}
