using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN007: an access outside of a slice.</summary>
internal sealed class OutOfBoundsRule() : Rule(
    Facts,
    "R%d min value is outside of the allowed memory range; R%d max value is outside of the allowed memory range",
    FindingKind.OutOfBounds)
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN007",
        "Access lies outside of the memory",
        Sentence,
        RuleCategory.Memory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN007.md");

    public override string Describe(FindingText text)
    {
        var access = text.Finding.Access!;
        if (access.Last < 0)
            return $"{text.Subject} is reached at {AccessText.Offset(access.Last)}, before its start";
        if (access.IsCertain)
            return $"{text.Subject} has {AccessText.Bytes(access.Limit)}, but {AccessText.Bytes(access.Size)} at {AccessText.Offset(access.First)} are {AccessText.Done(access)}";
        return access.First < 0
            ? $"{text.Subject} may be reached before its start: the offset is not known to be 0 or more, so test it or use an unsigned number"
            : $"{text.Subject} has {AccessText.Bytes(access.Limit)}, but {AccessText.Bytes(access.Size)} at an offset of up to {access.Last} may be {AccessText.Done(access)}: bound the offset by {access.Limit - access.Size}";
    }
}
