using System;
using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN104;

internal static class Programs
{
    [BpfProgram("xdp")]
    public static int Run(XdpBuff xdp)
    {
        Span<byte> buffer = stackalloc byte[EthHdr.SizeInBytes];
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr packet);
        Slice<EthHdr> eth = bpf_dynptr_slice_rdwr<EthHdr>(packet, 0, buffer);
        if (!eth)
            return (int)XdpAction.XDP_DROP;
        eth.Value.Protocol = EtherType.Ipv6; // expect DYN104
        return (int)XdpAction.XDP_PASS;
    }
}
