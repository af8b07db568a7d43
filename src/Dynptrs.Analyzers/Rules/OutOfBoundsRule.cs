using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Memory;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN007: an access outside of a slice.</summary>
internal sealed class OutOfBoundsRule() : Rule(
    Facts,
    "R%d min value is outside of the allowed memory range; R%d max value is outside of the allowed memory range; R%d pointer arithmetic on %s prohibited",
    typeof(OutOfBounds),
    typeof(UnprovedPacket),
    typeof(PacketEndUsed))
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN007",
        "Access lies outside of the memory",
        Sentence,
        RuleCategory.Memory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN007.md");

    public override string Describe(FindingText text) => text.Finding switch
    {
        UnprovedPacket finding => PacketText.Unproved(text, finding),
        PacketEndUsed { IsMoved: true } =>
            $"{text.Subject} is the end of the packet, which cannot be moved: move the pointer that is compared with it",
        PacketEndUsed => $"{text.Subject} is the end of the packet, where nothing lies: reach it through a pointer that was compared with it",
        OutOfBounds finding => Describe(text, finding),
        _ => throw Unexpected(text.Finding),
    };

    private static string Describe(FindingText text, OutOfBounds finding)
    {
        var access = finding.Access;
        if (access.Last < 0)
            return $"offset {AccessText.Number(access.Last)} lies before the start of {text.Subject}";
        if (MemoryReads.ComparedPointer(text) is { } pointer)
        {
            return $"Linux sees nothing that keeps {FindingText.Quote(pointer.ToString())} inside of its memory, as it learns "
                + "nothing of pointers that are compared: count with a number, and test that";
        }

        var memory = AccessText.Memory(text, access.Limit);
        if (access.IsCertain)
        {
            return access.Size == 1
                ? $"{memory}, so offset {AccessText.Number(access.First)} lies outside{Only(access, "inside")}"
                : $"{memory}, so {AccessText.Bytes(access.Size)} at offset {AccessText.Number(access.First)} reach beyond its end"
                    + Only(access, "far enough inside");
        }

        if (access.First >= 0)
        {
            return access.Limit < access.Size
                ? $"{memory}, but {AccessText.Bytes(access.Size)} are reached in it: make it larger"
                : $"{memory}, and only {AccessText.Inside(access)} inside, but the offset {AccessText.AsHigh(text, access)}: "
                    + MemoryReads.Advice(text, "test it first");
        }

        return access.Limit >= 0 && access.Last > access.Limit - access.Size
            ? $"nothing bounds the offset into {text.Subject} here, which may be negative, or beyond the end: "
                + MemoryReads.Advice(text, "test it first, as an unsigned number")
            : $"the offset into {text.Subject} may be negative here{AccessText.WhyNegative(text)}: "
                + MemoryReads.Advice(text, "test it, or use an unsigned number");
    }

    private static string Only(MemoryAccess access, string where) =>
        access.Limit < access.Size ? "" : $": only {AccessText.Inside(access)} {where}";
}
