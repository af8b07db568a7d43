namespace Dynptrs;

public sealed partial class SkBuff
{
    // The kernel's TUNNEL_*, in host order.
    private const ushort TunnelChecksum = 0x01;
    private const ushort TunnelHasKey = 0x04;
    private const ushort TunnelSequence = 0x08;
    private const ushort TunnelDontFragment = 0x0100;
    private const ushort TunnelNoCache = 0x2000;

    private const ulong KnownSendFlags =
        BpfConstants.BPF_F_TUNINFO_IPV6
        | BpfConstants.BPF_F_ZERO_CSUM_TX
        | BpfConstants.BPF_F_DONT_FRAGMENT
        | BpfConstants.BPF_F_SEQ_NUMBER
        | BpfConstants.BPF_F_NO_TUNNEL_KEY;

    /// <summary>
    /// The tunnel that the packet came through, or that a program wants it to go out through; <see langword="null"/> for none. It is what the
    /// device of a tunnel hands to programs, and takes from them.
    /// </summary>
    public PacketTunnel? Tunnel { get; set; }

    /// <summary>Gives the tunnel that the packet came through.</summary>
    /// <param name="key">The tunnel; zeroes when the call fails.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_F_TUNINFO_IPV6"/> for addresses of IPv6, <see cref="BpfConstants.BPF_F_TUNINFO_FLAGS"/> for its flags.
    /// </param>
    /// <returns>0; <c>-EINVAL</c> for other flags, or where there is no tunnel; <c>-EPROTO</c> when the addresses are of the other family.</returns>
    [Trusted]
    [BpfHelper("bpf_skb_get_tunnel_key", Id = 20, Arguments = ["this", "key", "sizeof key", "flags"], Since = "4.3",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "LWT_XMIT"], Summary = "Gives the tunnel that a packet came through.")]
    public int GetTunnelKey(out TunnelKey key, [FlagsOf(typeof(TunnelReadFlags))] ulong flags)
    {
        key = default;
        if (Tunnel is not { } tunnel || (flags & ~(BpfConstants.BPF_F_TUNINFO_IPV6 | BpfConstants.BPF_F_TUNINFO_FLAGS)) != 0)
            return -Errno.EINVAL;
        var isIpv6 = (flags & BpfConstants.BPF_F_TUNINFO_IPV6) != 0;
        if (tunnel.IsIpv6 != isIpv6)
            return -Errno.EPROTO;
        key.Id = tunnel.Id;
        key.TypeOfService = tunnel.TypeOfService;
        key.TimeToLive = tunnel.TimeToLive;
        key.Flags = (flags & BpfConstants.BPF_F_TUNINFO_FLAGS) != 0 ? NetworkOrder(tunnel.Flags) : (ushort)0;
        key.Remote = PacketTunnel.Only(tunnel.Source, isIpv6);
        key.Local = PacketTunnel.Only(tunnel.Destination, isIpv6);
        key.Label = isIpv6 ? tunnel.Label : 0;
        return 0;
    }

    /// <summary>Says through which tunnel the packet is to go out, for the device of a tunnel that it is sent to.</summary>
    /// <param name="key">The tunnel.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_F_TUNINFO_IPV6"/>, <see cref="BpfConstants.BPF_F_ZERO_CSUM_TX"/>,
    /// <see cref="BpfConstants.BPF_F_DONT_FRAGMENT"/>, <see cref="BpfConstants.BPF_F_SEQ_NUMBER"/> and
    /// <see cref="BpfConstants.BPF_F_NO_TUNNEL_KEY"/>.
    /// </param>
    /// <returns>0; <c>-EINVAL</c> for other flags, for flags in the key, or for a flow label without addresses of IPv6.</returns>
    [Trusted]
    [BpfHelper("bpf_skb_set_tunnel_key", Id = 21, Arguments = ["this", "key", "sizeof key", "flags"], Since = "4.3",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "LWT_XMIT"], Summary = "Says through which tunnel a packet is to go out.")]
    public int SetTunnelKey(scoped in TunnelKey key, [FlagsOf(typeof(TunnelSendFlags))] ulong flags)
    {
        var isIpv6 = (flags & BpfConstants.BPF_F_TUNINFO_IPV6) != 0;
        if ((flags & ~KnownSendFlags) != 0 || key.Flags != 0 || (!isIpv6 && key.Label != 0))
            return -Errno.EINVAL;
        var kept = TunnelNoCache
            | ((flags & BpfConstants.BPF_F_NO_TUNNEL_KEY) == 0 ? TunnelHasKey : 0)
            | ((flags & BpfConstants.BPF_F_ZERO_CSUM_TX) == 0 ? TunnelChecksum : 0)
            | ((flags & BpfConstants.BPF_F_SEQ_NUMBER) != 0 ? TunnelSequence : 0)
            | ((flags & BpfConstants.BPF_F_DONT_FRAGMENT) != 0 ? TunnelDontFragment : 0);
        Tunnel = new PacketTunnel
        {
            IsIpv6 = isIpv6,
            Id = key.Id,
            Source = PacketTunnel.Only(in key.Local, isIpv6),
            Destination = PacketTunnel.Only(in key.Remote, isIpv6),
            TypeOfService = key.TypeOfService,
            TimeToLive = key.TimeToLive,
            Label = key.Label,
            Flags = (ushort)kept,
        };
        return 0;
    }
}
