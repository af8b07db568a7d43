namespace Dynptrs.Verifier.Contracts;

/// <summary>Where a pointer into a packet comes from.</summary>
public enum PacketEdge
{
    /// <summary>The first byte.</summary>
    Data,

    /// <summary>The end.</summary>
    End,

    /// <summary>The first byte of the metadata in front of it.</summary>
    Metadata,
}
