using Dynptrs.Verifier.Findings.Memory;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN012: a buffer is smaller than the length that is passed with it, or than what the call asks for at least.</summary>
internal sealed class BufferTooSmallRule() : Rule(
    Facts,
    "R%d and R%d memory, len pair leads to invalid memory access; R%d min value is outside of the allowed memory range; R%d invalid zero-sized read",
    typeof(BufferTooSmall),
    typeof(BelowMinimum))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN012",
        "Buffer is smaller than what is asked of it",
        Sentence,
        RuleCategory.Memory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN012.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        BufferTooSmall finding => DescribeAccess(text, finding),
        BelowMinimum { IsNumber: true } finding => DescribeNumber(text, finding),
        BelowMinimum finding => DescribeMinimum(text, finding),
        _ => throw Unexpected(text.Finding),
    };

    private static string DescribeAccess(FindingText text, BufferTooSmall finding)
    {
        var access = finding.Access;
        if (!access.IsCertain && access.Last >= 0 && access.Size <= access.Limit - access.Last)
        {
            return $"the length that is asked of {text.Subject} may be negative here: {MemoryReads.Advice(text, "test it, or use an unsigned number")}";
        }

        return access.IsCertain
            ? $"{AccessText.Memory(text, access.Limit - access.First)}, but {AccessText.Number(access.Size)} are asked of it: make it larger, or ask for less"
            : $"{AccessText.Memory(text, access.Limit)}, but up to {AccessText.Number(access.Size)} may be asked of it here, from offset {AccessText.Number(access.Last)} on: {MemoryReads.Advice(text, "bound the length first")}";
    }

    private static string DescribeMinimum(FindingText text, BelowMinimum finding)
    {
        var wanted = $"{FindingText.Quote(finding.Helper)} wants at least {AccessText.Bytes(finding.Minimum)}";
        return finding switch
        {
            { Most: 0 } => $"{wanted}, but {text.Subject} is empty: pass memory that is not",
            { IsCertain: true } => $"{wanted}, but {text.Subject} has {AccessText.Number(finding.Most)} at most: pass a larger one",
            { Least: <= 0 } => $"{wanted}, but {text.Subject} may be empty: test its length first",
            _ => $"{wanted}, but {text.Subject} may have only {AccessText.Number(finding.Least)}: test its length first",
        };
    }

    private static string DescribeNumber(FindingText text, BelowMinimum finding)
    {
        var wanted = $"{FindingText.Quote(finding.Helper)} wants at least {AccessText.Number(finding.Minimum)}";
        return finding switch
        {
            { IsCertain: true } when finding.Least == finding.Most =>
                $"{wanted}, but {text.Subject} is {AccessText.Number(finding.Most)} here",
            { IsCertain: true } => $"{wanted}, but {text.Subject} is less here",
            { Least: 0, Minimum: 1 } => $"{wanted}, but {text.Subject} may be 0 here: test it first",
            _ => $"{wanted}, but {text.Subject} may be less here: test it first",
        };
    }
}
