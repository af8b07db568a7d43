namespace LoadBalancer;

/// <summary>What one processor has done for a server, or for what has none.</summary>
public struct Statistics
{
    /// <summary>How many packets.</summary>
    public ulong Packets;

    /// <summary>How many bytes, with the inner IP header.</summary>
    public ulong Bytes;
}
