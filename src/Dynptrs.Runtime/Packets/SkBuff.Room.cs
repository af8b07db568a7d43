namespace Dynptrs;

public sealed partial class SkBuff
{
    private const int MaxRoom = 0xfff;
    private const ulong OuterNetwork = BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L3_IPV4 | BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L3_IPV6;
    private const ulong OuterTransport = BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L4_GRE | BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L4_UDP;
    private const ulong InnerNetwork = BpfConstants.BPF_F_ADJ_ROOM_DECAP_L3_IPV4 | BpfConstants.BPF_F_ADJ_ROOM_DECAP_L3_IPV6;
    private const ulong ShrinkFlags = BpfConstants.BPF_F_ADJ_ROOM_FIXED_GSO | BpfConstants.BPF_F_ADJ_ROOM_NO_CSUM_RESET | InnerNetwork;
    private const ulong InnerMacLengths = 0xffUL << BpfConstants.BPF_ADJ_ROOM_ENCAP_L2_SHIFT;
    private const ulong KnownRoomFlags =
        ShrinkFlags | OuterNetwork | OuterTransport | BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L2_ETH | InnerMacLengths;

    /// <summary>
    /// Makes room in the packet for headers, of zeroes, or takes headers out. Slices of the packet are dead after the call, whatever it
    /// returns; dynptrs keep their size.
    /// </summary>
    /// <param name="delta">By how many bytes the packet becomes longer; below 0 to make it shorter.</param>
    /// <param name="mode">
    /// Where: <see cref="BpfConstants.BPF_ADJ_ROOM_NET"/> or <see cref="BpfConstants.BPF_ADJ_ROOM_MAC"/>. In a program of a socket's stream
    /// it must be 0, and the room is at the start.
    /// </param>
    /// <param name="flags">
    /// What the room is for: <see cref="BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L3_IPV4"/>, <see cref="BpfConstants.BPF_F_ADJ_ROOM_DECAP_L3_IPV6"/>
    /// and the like. In a program of a socket's stream it must be 0.
    /// </param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for flags that are unknown or do not go together, or an inner Ethernet header that does not fit the room;
    /// <c>-EFAULT</c> for more than 4095 bytes; <c>-ENOTSUPP</c> for another mode, a packet that is neither IPv4 nor IPv6, or one that would
    /// be longer than <see cref="MaxChangedLength"/> or too short for its network header; <c>-EALREADY</c> for an outer header in front of a
    /// packet that has one; <c>-ENOMEM</c> when the packet is shorter than what is taken out.
    /// </returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_skb_adjust_room", Id = 50, Since = "4.13", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "SK_SKB"],
        Summary = "Makes room for headers in a packet, or takes headers out; packet slices are dead afterwards.")]
    public int AdjustRoom(int delta, [FlagsOf(typeof(RoomMode))] uint mode, [FlagsOf(typeof(RoomFlags))] ulong flags = 0)
    {
        _buffer.EndSlices();
        // The least integer has no opposite, and is too much in any case.
        var length = (uint)(delta < 0 ? unchecked(-delta) : delta);
        if (ProgramType == BpfProgramType.SkSkb)
            return AdjustStart(delta < 0, length, isPlain: mode == 0 && flags == 0);

        if ((flags & ~KnownRoomFlags) != 0)
            return -Errno.EINVAL;
        if (length > MaxRoom)
            return -Errno.EFAULT;
        if (NetworkHeaderLength(Protocol) is not { } networkLength
            || mode is not (BpfConstants.BPF_ADJ_ROOM_NET or BpfConstants.BPF_ADJ_ROOM_MAC))
        {
            return -Errno.ENOTSUPP;
        }

        var leastLength = networkLength;
        if ((flags & InnerNetwork) != 0)
        {
            if (delta >= 0 || (flags & InnerNetwork) == InnerNetwork)
                return -Errno.EINVAL;
            leastLength = (flags & BpfConstants.BPF_F_ADJ_ROOM_DECAP_L3_IPV4) != 0 ? IpHdr.SizeInBytes : Ipv6Hdr.SizeInBytes;
        }

        var offset = _networkHeader - _macHeader + (mode == BpfConstants.BPF_ADJ_ROOM_NET ? networkLength : 0);
        var behindMac = Length - (_networkHeader - _buffer.Start);
        if (delta < 0 ? behindMac - (int)length < leastLength : Length + (int)length > MaxChangedLength)
            return -Errno.ENOTSUPP;

        var result = delta < 0 ? Shrink(offset, (int)length, flags) : Grow(offset, (int)length, flags);
        if (result == 0 && (flags & BpfConstants.BPF_F_ADJ_ROOM_NO_CSUM_RESET) == 0)
            ChecksumLevel = null;
        return result;
    }

    /// <summary>
    /// Makes a packet of IPv4 one of IPv6, or the other way round: the room for its network header, in which the program writes the new one,
    /// and <see cref="Protocol"/>. Slices of the packet are dead after the call, whatever it returns; dynptrs keep their size.
    /// </summary>
    /// <param name="protocol">What it becomes, in network order.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for flags; <c>-ENOTSUPP</c> unless it is IPv4 and becomes IPv6, or the other way round; <c>-ENOMEM</c> when the
    /// packet is too short.
    /// </returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_skb_change_proto", Id = 31, Since = "4.8", ProgramTypes = ["SCHED_CLS", "SCHED_ACT"],
        Summary = "Makes room for the header of IPv6 in a packet of IPv4, or the other way round; packet slices are dead afterwards.")]
    public int ChangeProtocol(ushort protocol, [InRange(0, 0)] ulong flags = 0)
    {
        _buffer.EndSlices();
        if (flags != 0)
            return -Errno.EINVAL;
        var (from, to) = (NetworkHeaderLength(Protocol), NetworkHeaderLength(protocol));
        if (from is null || to is null || from == to)
            return -Errno.ENOTSUPP;

        var offset = _networkHeader - _macHeader;
        if (from < to)
            PushHeader(offset, Ipv6Hdr.SizeInBytes - IpHdr.SizeInBytes);
        else if (!TryPopHeader(offset, Ipv6Hdr.SizeInBytes - IpHdr.SizeInBytes))
            return -Errno.ENOMEM;
        Protocol = protocol;
        Hash = 0;
        return 0;
    }

    private int AdjustStart(bool isShorter, uint length, bool isPlain)
    {
        if (!isPlain)
            return -Errno.EINVAL;
        if (length > MaxRoom)
            return -Errno.EFAULT;
        if (!isShorter)
            Push(offset: 0, (int)length);
        else if (!TryPop(offset: 0, (int)length))
            return -Errno.ENOMEM;
        return 0;
    }

    private int Grow(int offset, int length, ulong flags)
    {
        if ((flags & OuterNetwork) == 0)
        {
            PushHeader(offset, length);
            return 0;
        }

        var innerMacLength = (int)(flags >> BpfConstants.BPF_ADJ_ROOM_ENCAP_L2_SHIFT);
        if ((flags & OuterNetwork) == OuterNetwork
            || (flags & OuterTransport) == OuterTransport
            || ((flags & BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L2_ETH) != 0 && innerMacLength < EthernetHeaderLength))
        {
            return -Errno.EINVAL;
        }

        if (IsEncapsulated)
            return -Errno.EALREADY;
        if (innerMacLength > length)
            return -Errno.EINVAL;

        var macLength = _networkHeader - _macHeader;
        PushHeader(offset, length);
        IsEncapsulated = true;
        _networkHeader = _buffer.Start + macLength;
        var isIpv6 = (flags & BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L3_IPV6) != 0;
        if ((flags & OuterTransport) != 0)
            _transportHeader = _networkHeader + (isIpv6 ? Ipv6Hdr.SizeInBytes : IpHdr.SizeInBytes);
        Protocol = NetworkOrder((ushort)(isIpv6 ? EtherType.Ipv6 : EtherType.Ip));
        return 0;
    }

    private int Shrink(int offset, int length, ulong flags)
    {
        if ((flags & ~ShrinkFlags) != 0)
            return -Errno.EINVAL;
        if (!TryPopHeader(offset, length))
            return -Errno.ENOMEM;
        if ((flags & InnerNetwork) != 0)
        {
            var isIpv6 = (flags & BpfConstants.BPF_F_ADJ_ROOM_DECAP_L3_IPV6) != 0;
            Protocol = NetworkOrder((ushort)(isIpv6 ? EtherType.Ipv6 : EtherType.Ip));
        }

        return 0;
    }

    private void PushHeader(int offset, int length)
    {
        Push(offset, length);
        MoveNetworkHeader(-length);
    }

    private bool TryPopHeader(int offset, int length)
    {
        if (!TryPop(offset, length))
            return false;
        MoveNetworkHeader(length);
        return true;
    }

    private void MoveNetworkHeader(int by)
    {
        var isTransport = _transportHeader == _networkHeader;
        _macHeader += by;
        _networkHeader += by;
        if (isTransport)
            _transportHeader = _networkHeader;
    }

    private static int? NetworkHeaderLength(ushort protocol) => (EtherType)NetworkOrder(protocol) switch
    {
        EtherType.Ip => IpHdr.SizeInBytes,
        EtherType.Ipv6 => Ipv6Hdr.SizeInBytes,
        _ => null,
    };
}
