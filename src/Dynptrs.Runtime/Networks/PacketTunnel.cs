using System;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>The tunnel that a packet came through, or goes out through: what stands in the outer headers.</summary>
public sealed record PacketTunnel
{
    /// <summary>Whether the outer packet is one of IPv6.</summary>
    public bool IsIpv6 { get; init; }

    /// <summary>The number of the tunnel.</summary>
    public uint Id { get; init; }

    /// <summary>Whom the outer packet is from, with addresses as in <see cref="TunnelKey"/>.</summary>
    public Ipv6Address Source { get; init; }

    /// <summary>Whom the outer packet is for, with addresses as in <see cref="TunnelKey"/>.</summary>
    public Ipv6Address Destination { get; init; }

    /// <summary>How the outer packet is treated.</summary>
    public byte TypeOfService { get; init; }

    /// <summary>How many hops the outer packet may take.</summary>
    public byte TimeToLive { get; init; }

    /// <summary>The flow label of the outer packet.</summary>
    public uint Label { get; init; }

    /// <summary>The flags of the tunnel, the kernel's <c>TUNNEL_*</c> in host order.</summary>
    public ushort Flags { get; init; }

    /// <summary>An address of IPv4 fills the first word, and the others are zeroes.</summary>
    internal static Ipv6Address Only(in Ipv6Address address, bool isIpv6)
    {
        var copy = address;
        if (!isIpv6)
            MemoryMarshal.AsBytes(new Span<Ipv6Address>(ref copy))[sizeof(uint)..].Clear();
        return copy;
    }
}
