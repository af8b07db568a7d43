using Dynptrs.Verifier.Findings.Suggestions;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN103: a buffer is given that is never used, or none where the call gives null without one.</summary>
internal sealed class BounceBufferRule() : Rule(
    Facts,
    "",
    typeof(BufferNeverUsed),
    typeof(BufferMissing))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN103",
        "Buffer is never used or is missing",
        Sentence,
        RuleCategory.Suggestion,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN103.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        BufferNeverUsed needless =>
            $"{FindingText.Quote(needless.Helper)} never copies to this buffer: the bytes of a dynptr of kind {FindingText.Quote(needless.OwnerKind)} lie in one piece",
        BufferMissing missing =>
            $"{FindingText.Quote(missing.Helper)} gives null without a buffer: the bytes of a dynptr of kind {FindingText.Quote(missing.OwnerKind)} must be copied",
        _ => throw Unexpected(text.Finding),
    };
}
