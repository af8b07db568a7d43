using System;

namespace Dynptrs;

/// <summary>A network interface, as far as programs ask for it.</summary>
/// <remarks>Follows <c>struct net_device</c>.</remarks>
public sealed class NetworkDevice
{
    /// <summary>Describes an interface.</summary>
    /// <param name="index">Its number, above 0.</param>
    /// <param name="mtu">How many bytes a packet that goes out through it may have behind its Ethernet header.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is 0, or the length not positive.</exception>
    public NetworkDevice(uint index, int mtu)
    {
        ArgumentOutOfRangeException.ThrowIfZero(index);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mtu);
        (Index, Mtu) = (index, mtu);
    }

    /// <summary>Its number.</summary>
    public uint Index { get; }

    /// <summary>How many bytes a packet that goes out through it may have behind its Ethernet header.</summary>
    public int Mtu { get; }

    /// <summary>Its Ethernet address.</summary>
    public MacAddress Address { get; init; }

    /// <summary>Whether packets that come in through it may be forwarded.</summary>
    public bool IsForwarding { get; init; }
}
