using System;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_dynptr_from_xdp", Since = "6.4", ProgramTypes = ["XDP"], Summary = "Makes a dynptr over a packet, its linear part and its fragments.")]
    public static int bpf_dynptr_from_xdp([Trusted] XdpBuff xdp, ulong flags, [Initializes("xdp")] out Dynptr ptr) =>
        throw new NotSupportedException();

    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_xdp_adjust_head", Since = "4.10", ProgramTypes = ["XDP"], Summary = "Moves the start of a packet; packet slices are dead afterwards.")]
    public static int bpf_xdp_adjust_head([Trusted] XdpBuff xdp, int delta) => throw new NotSupportedException();

    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_skb_pull_data", Since = "4.9", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "SK_SKB", "LWT_IN", "LWT_OUT", "LWT_XMIT"],
        Summary = "Makes the first bytes of a packet linear; packet slices are dead afterwards.")]
    public static int bpf_skb_pull_data([Trusted] SkBuff skb, uint length) => throw new NotSupportedException();

    [BpfHelper("bpf_skb_load_bytes", Since = "4.5",
        ProgramTypes =
        [
            "SOCKET_FILTER", "CGROUP_SKB", "SCHED_CLS", "SCHED_ACT", "SK_SKB", "FLOW_DISSECTOR", "LWT_IN", "LWT_OUT", "LWT_XMIT",
            "LWT_SEG6LOCAL", "SK_REUSEPORT",
        ],
        Summary = "Copies bytes of a packet.")]
    public static int bpf_skb_load_bytes([Trusted] SkBuff skb, uint offset, scoped Span<byte> to) => throw new NotSupportedException();

    extension(SkBuff skb)
    {
        /// <summary>The protocol of the packet's payload, in network order: <c>skb->protocol</c>.</summary>
        [KernelField]
        public ushort protocol => throw new NotSupportedException();
    }
}
