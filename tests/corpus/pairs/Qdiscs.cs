using System;
using Dynptrs;
using static Corpus.Bpf;
using static Corpus.Pairs.Kernel;

namespace Corpus.Pairs;

internal static class Qdiscs
{
    [BpfProgram("struct_ops/enqueue")]
    public static int packet_dropped(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_qdisc_skb_drop(packet, dropped);
        return 1;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int packet_neither_kept_nor_dropped(SkBuff packet, Qdisc queue, DroppedPackets dropped) => /*!DYN001*/1/*!*/;

    [BpfProgram("struct_ops/enqueue")]
    public static int packet_dropped_under_a_condition(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        if (bpf_get_prandom_u32() > 5)
            bpf_qdisc_skb_drop(packet, dropped);
        /*!DYN001*/return 1;/*!*/
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int packet_dropped_twice(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_qdisc_skb_drop(packet, dropped);
        bpf_qdisc_skb_drop(/*!DYN002*/packet/*!*/, dropped);
        return 1;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int dynptr_of_a_dropped_packet(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_dynptr_from_skb(packet, 0, out var ptr);
        bpf_qdisc_skb_drop(packet, dropped);
        return (int)bpf_dynptr_size(/*!DYN003*/ptr/*!*/);
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int slice_of_a_dropped_packet(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_dynptr_from_skb(packet, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, 8);
        bpf_qdisc_skb_drop(packet, dropped);
        return slice ? /*!DYN005*/slice/*!*/[0] : 0;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int dynptr_of_a_packet_before_the_drop(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_dynptr_from_skb(packet, 0, out var ptr);
        var size = bpf_dynptr_size(ptr);
        bpf_qdisc_skb_drop(packet, dropped);
        return (int)size;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int contract_on_the_packet([Releases("struct sk_buff")] SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_qdisc_skb_drop(packet, dropped);
        return 1;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int contract_on_the_packet_that_is_freed([Releases("struct sk_buff")] SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_kfree_skb(packet);
        return 1;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int contract_on_the_packet_not_kept(
        [Releases("struct sk_buff")] SkBuff packet, Qdisc queue, DroppedPackets dropped) => 1;

    [BpfProgram("struct_ops/enqueue")]
    public static int contract_on_the_packet_freed_and_dropped(
        [Releases("struct sk_buff")] SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_kfree_skb(packet);
        bpf_qdisc_skb_drop(/*!DYN002*/packet/*!*/, dropped);
        return 1;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int contract_on_the_packet_dropped_by_a_method(
        [Releases("struct sk_buff")] SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        contract_on_the_packet_dropped_by_a_method__drop(packet, dropped);
        return 1;
    }

    private static void contract_on_the_packet_dropped_by_a_method__drop(SkBuff packet, DroppedPackets dropped) =>
        bpf_qdisc_skb_drop(packet, dropped);

    [BpfProgram("struct_ops/enqueue")]
    public static int contract_on_the_packet_freed_or_dropped(
        [Releases("struct sk_buff")] SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        if (bpf_get_prandom_u32() > 5)
            bpf_kfree_skb(packet);
        else
            bpf_qdisc_skb_drop(packet, dropped);
        return 1;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int contract_on_the_packet_freed_by_chance(
        [Releases("struct sk_buff")] SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        if (bpf_get_prandom_u32() > 5)
            bpf_kfree_skb(packet);
        return 1;
    }
}
