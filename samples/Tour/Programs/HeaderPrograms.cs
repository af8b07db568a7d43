using System;
using Dynptrs;
using static Dynptrs.TcAction;
using static Tour.Bpf;

namespace Tour.Programs;

/// <summary>Headers of a packet, each a slice of its struct.</summary>
[BpfObject(License = "GPL")]
internal static partial class HeaderPrograms
{
    /// <summary>Drops TCP segments that point at urgent data and do not say that there is any.</summary>
    [BpfProgram("tc")]
    public static int DropStrayUrgentPointer(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[TcpHdr.SizeInBytes];
        if (bpf_dynptr_from_skb(skb, 0, out var ptr) != 0)
            return TC_ACT_OK;

        var eth = bpf_dynptr_slice<EthHdr>(ptr, 0, buffer[..EthHdr.SizeInBytes]);
        if (!eth || eth.Value.Protocol != EtherType.Ip)
            return TC_ACT_OK;

        var ip = bpf_dynptr_slice<IpHdr>(ptr, EthHdr.SizeInBytes, buffer[..IpHdr.SizeInBytes]);
        if (!ip || ip.Value.Version != 4 || ip.Value.Protocol != IpProtocol.Tcp || ip.Value.FragmentOffset != 0)
            return TC_ACT_OK;

        var offset = EthHdr.SizeInBytes + 4u * ip.Value.HeaderLength;
        var tcp = bpf_dynptr_slice<TcpHdr>(ptr, offset, buffer);
        if (!tcp || tcp.Value.Urg || tcp.Value.UrgentPointer == 0)
            return TC_ACT_OK;

        return TC_ACT_SHOT;
    }
}
