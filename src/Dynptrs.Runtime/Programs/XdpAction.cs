namespace Dynptrs;

/// <summary>What an XDP program may return for a packet, under the kernel's names: <c>enum xdp_action</c>.</summary>
public static class XdpAction
{
    /// <summary>The program failed: the packet is dropped, and the failure can be traced.</summary>
    public const int XDP_ABORTED = 0;

    /// <summary>Drop the packet.</summary>
    public const int XDP_DROP = 1;

    /// <summary>Give the packet to the network stack.</summary>
    public const int XDP_PASS = 2;

    /// <summary>Send the packet back through the interface that it came from.</summary>
    public const int XDP_TX = 3;

    /// <summary>Send the packet where <see cref="Redirect"/> said.</summary>
    public const int XDP_REDIRECT = 4;
}
