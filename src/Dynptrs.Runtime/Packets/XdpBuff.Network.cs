namespace Dynptrs;

public sealed partial class XdpBuff
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
    /// <param name="flags">Must be 0.</param>
    /// <returns>
    /// <see cref="BpfConstants.BPF_MTU_CHK_RET_SUCCESS"/>; <see cref="BpfConstants.BPF_MTU_CHK_RET_FRAG_NEEDED"/> when it is too long;
    /// <c>-EINVAL</c> for flags; <c>-ENODEV</c> when no interface has the number.
    /// </returns>
    [Trusted]
    [BpfHelper("bpf_check_mtu", Id = 163, Since = "5.12", GplOnly = true, ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "XDP"],
        Summary = "Asks whether a packet is too long for a network interface.")]
    public int CheckMtu(uint interfaceIndex, ref uint length, int delta, [FlagsOf(typeof(MtuCheckFlags))] ulong flags = 0) =>
        flags != 0
            ? -Errno.EINVAL
            : Network.CheckMtu(interfaceIndex != 0 ? interfaceIndex : InterfaceIndex, LinearLength, ref length, delta);

    /// <summary>Looks for the route of a packet.</summary>
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
    public int LookupRoute(ref RouteQuery query, [FlagsOf(typeof(RouteLookupFlags))] uint flags) =>
        Network.FindRoute(ref query, flags, checksLength: true);
}
