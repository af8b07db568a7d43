namespace Dynptrs;

public sealed partial class SkBuff
{
    private PacketNetwork? _network;

    /// <summary>The network that the packet is in. Each has its own unless the host gives it one.</summary>
    public PacketNetwork Network
    {
        get => _network ??= new PacketNetwork();
        set => _network = value;
    }

    /// <summary>The number of the network interface that the packet is on, the loopback interface unless the host says otherwise.</summary>
    public uint InterfaceIndex { get; set; } = PacketNetwork.LoopbackIndex;

    /// <summary>Asks whether the packet is too long for a network interface.</summary>
    /// <param name="interfaceIndex">The number of the interface; 0 for that which the packet is on.</param>
    /// <param name="length">
    /// 0, or a length to ask for instead of that of the packet, as the IP header says it. Afterwards the MTU of the interface, unless the
    /// call fails.
    /// </param>
    /// <param name="delta">By how many bytes the packet will be longer, or shorter.</param>
    /// <param name="flags">
    /// 0, or <see cref="BpfConstants.BPF_MTU_CHK_SEGS"/>: no packet here is to be divided by a device, so that it asks for nothing else.
    /// </param>
    /// <returns>
    /// <see cref="BpfConstants.BPF_MTU_CHK_RET_SUCCESS"/>; <see cref="BpfConstants.BPF_MTU_CHK_RET_FRAG_NEEDED"/> when it is too long;
    /// <c>-EINVAL</c> for other flags, or for these together with a length or a difference; <c>-ENODEV</c> when no interface has the number.
    /// </returns>
    [Trusted]
    [BpfHelper("bpf_check_mtu", Id = 163, Since = "5.12", GplOnly = true, ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "XDP"],
        Summary = "Asks whether a packet is too long for a network interface.")]
    public int CheckMtu(uint interfaceIndex, ref uint length, int delta, [FlagsOf(typeof(MtuCheckFlags))] ulong flags = 0)
    {
        if ((flags & ~BpfConstants.BPF_MTU_CHK_SEGS) != 0 || (flags != 0 && (delta != 0 || length != 0)))
            return -Errno.EINVAL;
        return Network.CheckMtu(interfaceIndex != 0 ? interfaceIndex : InterfaceIndex, Length, ref length, delta);
    }

    /// <summary>
    /// Sends a copy of the packet to a network interface at once. Here the copy is noted for the <see cref="TestRun"/> of the calling
    /// thread, whose result shows it. Slices of the packet are dead after the call, whatever it returns.
    /// </summary>
    /// <param name="interfaceIndex">The number of the interface.</param>
    /// <param name="flags">0, or <see cref="BpfConstants.BPF_F_INGRESS"/> for the receiving side of the interface.</param>
    /// <returns>0; <c>-EINVAL</c> for other flags, or when no interface has the number.</returns>
    /// <remarks>What becomes of a packet that is sent is not emulated: the kernel also answers with what the interface says.</remarks>
    /// <exception cref="System.InvalidOperationException">The thread runs no program: run it through <see cref="TestRun"/>.</exception>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_clone_redirect", Id = 13, Since = "4.2", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "LWT_XMIT"],
        Summary = "Sends a copy of a packet to a network interface; packet slices are dead afterwards.")]
    public int CloneTo(uint interfaceIndex, [FlagsOf(typeof(RedirectFlags))] ulong flags)
    {
        _buffer.EndSlices();
        var log = Redirect.OfRunning();
        if ((flags & ~BpfConstants.BPF_F_INGRESS) != 0 || Network.Find(interfaceIndex) is null)
            return -Errno.EINVAL;
        log.Clones.Add(new ClonedPacket(new RedirectTarget(interfaceIndex, flags), ToArray()));
        return 0;
    }

    /// <summary>Changes whom the packet is for, <see cref="PacketType"/>.</summary>
    /// <param name="type">
    /// <see cref="BpfConstants.PACKET_HOST"/>, <see cref="BpfConstants.PACKET_BROADCAST"/>, <see cref="BpfConstants.PACKET_MULTICAST"/> or
    /// <see cref="BpfConstants.PACKET_OTHERHOST"/>.
    /// </param>
    /// <returns>0; <c>-EINVAL</c> for something else, or where the packet is something else.</returns>
    [Trusted]
    [BpfHelper("bpf_skb_change_type", Id = 32, Since = "4.8", ProgramTypes = ["SCHED_CLS", "SCHED_ACT"],
        Summary = "Changes whom a packet is for.")]
    public int ChangeType([FlagsOf(typeof(PacketKind))] uint type)
    {
        if (PacketType > BpfConstants.PACKET_OTHERHOST || type > BpfConstants.PACKET_OTHERHOST)
            return -Errno.EINVAL;
        PacketType = type;
        return 0;
    }

    /// <summary>Looks for the route of a packet. Without a length it asks whether the packet itself is too long for it.</summary>
    /// <param name="query">
    /// The packet, and the interface that it came from; how it goes on, afterwards. Which fields are written follows from the result.
    /// </param>
    /// <param name="flags"><c>BPF_FIB_LOOKUP_*</c>.</param>
    /// <returns>
    /// <see cref="BpfConstants.BPF_FIB_LKUP_RET_SUCCESS"/>, or another <c>BPF_FIB_LKUP_RET_*</c> above 0 when it is not to be forwarded, or
    /// not so; <c>-EINVAL</c> for other flags; <c>-EAFNOSUPPORT</c> for another family; <c>-ENODEV</c> when no interface has the number.
    /// </returns>
    /// <remarks>In process the routes and the neighbours are those of <see cref="Network"/>.</remarks>
    [Trusted]
    [BpfHelper("bpf_fib_lookup", Id = 69, Arguments = ["this", "query", "sizeof query", "flags"], Since = "4.18", GplOnly = true,
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "XDP"], Summary = "Looks for the route of a packet.")]
    public int LookupRoute(ref RouteQuery query, [FlagsOf(typeof(RouteLookupFlags))] uint flags)
    {
        var hasLength = query.TotalLength != 0;
        var result = Network.FindRoute(ref query, flags, hasLength);
        if (result != BpfConstants.BPF_FIB_LKUP_RET_SUCCESS || hasLength)
            return result;
        var mtu = Network.Find(query.InterfaceIndex)!.Mtu;
        query.TotalLength = (ushort)mtu;
        // A VLAN tag may come on top.
        return Length > mtu + VlanEthernetHeaderLength
            ? BpfConstants.BPF_FIB_LKUP_RET_FRAG_NEEDED
            : BpfConstants.BPF_FIB_LKUP_RET_SUCCESS;
    }
}
