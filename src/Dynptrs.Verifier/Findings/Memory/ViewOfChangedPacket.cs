using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>A view of a packet is used after the packet may have changed.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
public sealed record ViewOfChangedPacket(Site Site, string Subject) : Finding(Site, Subject)
{
    /// <summary>Whether it is a pointer into the packet, or was reached through one.</summary>
    public bool IsPointer { get; init; }
}
