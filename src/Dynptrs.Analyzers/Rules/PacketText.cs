using Dynptrs.Verifier.Findings.Memory;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The words for what comparisons have not proved of a packet.</summary>
internal static class PacketText
{
    /// <summary>What is missing, as a person would write it.</summary>
    public static string Unproved(FindingText text, UnprovedPacket finding)
    {
        var access = finding.Access;
        var (memory, bound) = finding.IsMetadata ? ("the metadata", "the start of the packet") : ("the packet", "the end of the packet");
        if (finding.Bound.Length > 0)
            bound = FindingText.Quote(finding.Bound);
        return finding.Gap switch
        {
            PacketGap.LowerBound when access.Last < 0 => $"offset {AccessText.Number(access.Last)} lies before {memory}",
            PacketGap.LowerBound =>
                $"{text.Subject} may point before {memory} here: test what it is moved by, or use an unsigned number",
            PacketGap.UpperBound =>
                $"{text.Subject} may point more than 65535 bytes behind the start of {memory} here, and no comparison proves anything "
                + "so far behind: bound what was added to it first",
            PacketGap.Pointer =>
                $"the offset into {text.Subject} varies, and only a pointer can be compared with {bound}: "
                + "add the offset to it in a variable, and compare that first",
            _ => $"nothing proves that {memory} has {AccessText.Bytes(finding.Needed)} behind {text.Subject}: "
                + $"compare {FindingText.Quote(Sum(finding))} with {bound} first",
        };
    }

    private static string Sum(UnprovedPacket finding) =>
        $"{(finding.Subject.Length > 0 ? finding.Subject : "pointer")} + {AccessText.Number(finding.Needed)}";
}
