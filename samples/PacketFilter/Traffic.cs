namespace PacketFilter;

/// <summary>Packets, and the bytes in them.</summary>
public struct Traffic
{
    /// <summary>How many packets.</summary>
    public long Packets;

    /// <summary>How many bytes, with all headers.</summary>
    public long Bytes;
}
