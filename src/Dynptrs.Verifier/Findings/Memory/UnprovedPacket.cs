using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>Bytes of a packet are reached that no comparison has proved.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Access">The access, its offsets counted from the edge of the packet.</param>
/// <param name="Gap">What is missing.</param>
public sealed record UnprovedPacket(Site Site, string Subject, MemoryAccess Access, PacketGap Gap) : AccessFinding(Site, Subject, Access)
{
    /// <summary>How many bytes behind the pointer must be proved.</summary>
    public long Needed { get; init; }

    /// <summary>The variable with which the pointer is to be compared, or empty where none is alive.</summary>
    public string Bound { get; init; } = "";

    /// <summary>Whether it is metadata in front of a packet, which the start of the packet bounds.</summary>
    public bool IsMetadata { get; init; }
}
