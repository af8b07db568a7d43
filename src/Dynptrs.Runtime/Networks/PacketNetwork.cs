using System;
using System.Collections.Generic;

namespace Dynptrs;

/// <summary>
/// The network in which a program runs, as far as it asks for it: the interfaces and routes that there are. The host says so, before the program runs.
/// </summary>
/// <remarks>Follows <c>struct net</c>. At first there is the loopback interface alone, as where the kernel runs programs for a test.</remarks>
public sealed partial class PacketNetwork
{
    /// <summary>The number of the loopback interface.</summary>
    public const uint LoopbackIndex = 1;

    /// <summary>The MTU of the loopback interface.</summary>
    public const int LoopbackMtu = 65536;

    private readonly SortedDictionary<uint, NetworkDevice> _devices = new() { [LoopbackIndex] = new(LoopbackIndex, LoopbackMtu) };

    /// <summary>The interfaces, by their numbers.</summary>
    public IReadOnlyCollection<NetworkDevice> Devices => _devices.Values;

    /// <summary>Adds an interface, or puts it in the place of that with its number.</summary>
    /// <param name="device">The interface.</param>
    /// <returns>This network.</returns>
    public PacketNetwork Add(NetworkDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        _devices[device.Index] = device;
        return this;
    }

    internal NetworkDevice? Find(uint index) => _devices.GetValueOrDefault(index);

    /// <summary><c>bpf_check_mtu</c>.</summary>
    /// <param name="index">The number of the interface.</param>
    /// <param name="packetLength">The length of the packet, with its Ethernet header.</param>
    /// <param name="length">The length to ask for, without one, or 0 for that of the packet; the MTU afterwards.</param>
    /// <param name="delta">By how much the packet will be longer.</param>
    internal int CheckMtu(uint index, int packetLength, ref uint length, int delta)
    {
        if (Find(index) is not { } device)
            return -Errno.ENODEV;
        var asked = length != 0 ? unchecked((int)length + SkBuff.EthernetHeaderLength) : packetLength;
        var isTooLong = unchecked(asked + delta) > device.Mtu + SkBuff.EthernetHeaderLength;
        length = (uint)device.Mtu;
        return isTooLong ? BpfConstants.BPF_MTU_CHK_RET_FRAG_NEEDED : BpfConstants.BPF_MTU_CHK_RET_SUCCESS;
    }
}
