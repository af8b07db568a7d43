namespace TcpOptions;

/// <summary>What the options of a segment say.</summary>
public record struct Offer
{
    /// <summary>The most bytes that a segment may carry, or 0.</summary>
    public ushort MaxSegmentSize;

    /// <summary>By how many bits the window is shifted.</summary>
    public byte WindowScale;

    /// <summary>1 where selective acknowledgments may be used.</summary>
    public byte SelectiveAcknowledgments;

    /// <summary>The time of the sender, or 0.</summary>
    public uint Timestamp;
}
