namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>What is missing for an access to a packet to be proved.</summary>
public enum PacketGap
{
    /// <summary>A comparison of the pointer that is used, or one of more bytes.</summary>
    Comparison,

    /// <summary>A pointer of its own: what varies is added where it is used, so that it cannot have been compared.</summary>
    Pointer,

    /// <summary>A bound below: the pointer may lie before the packet.</summary>
    LowerBound,

    /// <summary>A bound above: so far behind the start, no comparison proves anything.</summary>
    UpperBound,
}
