namespace LoadBalancer;

/// <summary>Where the servers of a service stand in the table of them.</summary>
public struct Servers
{
    /// <summary>The place of the first one.</summary>
    public uint First;

    /// <summary>How many there are, each behind the one before.</summary>
    public uint Count;
}
