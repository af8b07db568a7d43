using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN012: a buffer is smaller than the length that is passed with it.</summary>
internal sealed class BufferTooSmallRule() : Rule(
    Facts,
    "R%d and R%d memory, len pair leads to invalid memory access; R%d min value is outside of the allowed memory range",
    FindingKind.BufferTooSmall,
    FindingKind.MovedView)
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN012",
        "Buffer is smaller than the length passed with it",
        Sentence,
        RuleCategory.Memory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN012.md");

    public override string Describe(FindingText text)
    {
        if (text.Finding.Kind == FindingKind.MovedView)
            return $"{text.Subject} does not start where the slice of {text.Owner()} does, and a helper takes such a slice only from its start";
        var access = text.Finding.Access!;
        return access.IsCertain
            ? $"{text.Subject} has {AccessText.Bytes(access.Limit - access.First)}, but {access.Size} are {AccessText.Done(access)}"
            : $"{text.Subject} has {AccessText.Bytes(System.Math.Max(0, access.Limit - System.Math.Max(0, access.Last)))} for certain, but up to {access.Size} may be {AccessText.Done(access)}: bound the length first";
    }
}
