namespace Dynptrs;

/// <summary>In which way a program asked to send its packet.</summary>
public enum RedirectWay
{
    /// <summary>To a network interface.</summary>
    Interface,

    /// <summary>To the other end of a network interface that is one of a pair, in its own network.</summary>
    Peer,

    /// <summary>To a network interface, with the Ethernet address of the next hop, which the kernel looks up.</summary>
    Neighbour,

    /// <summary>To where a map says.</summary>
    Map,
}
