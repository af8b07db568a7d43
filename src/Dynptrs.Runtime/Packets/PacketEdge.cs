namespace Dynptrs;

/// <summary>What a pointer into a packet was made of.</summary>
internal enum PacketEdge
{
    /// <summary>The first byte.</summary>
    Data,

    /// <summary>The end of the linear part.</summary>
    End,

    /// <summary>The first byte of the metadata.</summary>
    Metadata,
}
