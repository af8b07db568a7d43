using Dynptrs.Verifier.Findings.Memory;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN012: a buffer is smaller than the length that is passed with it.</summary>
internal sealed class BufferTooSmallRule() : Rule<BufferTooSmall>(
    Facts,
    "R%d and R%d memory, len pair leads to invalid memory access; R%d min value is outside of the allowed memory range")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN012",
        "Buffer is smaller than the length passed with it",
        Sentence,
        RuleCategory.Memory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN012.md");

    protected override string Describe(FindingText text, BufferTooSmall finding)
    {
        var access = finding.Access;
        return access.IsCertain
            ? $"{AccessText.Memory(text, access.Limit - access.First)}, but {AccessText.Number(access.Size)} are asked of it: make it larger, or ask for less"
            : $"{AccessText.Memory(text, access.Limit)}, but up to {AccessText.Number(access.Size)} may be asked of it here, from offset {AccessText.Number(access.Last)} on: bound the length first";
    }
}
