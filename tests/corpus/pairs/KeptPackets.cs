using Dynptrs;
using static Corpus.Bpf;
using static Corpus.Pairs.Kernel;

namespace Corpus.Pairs;

internal static class KeptPackets
{
    private static readonly ArrayMap<KeptPacket> kept = new(maxEntries: 4);

    /// <summary>A packet that a queue keeps.</summary>
    private struct KeptPacket
    {
        public KernelPointer<SkBuff> packet;
    }

    /// <summary>A packet, and where it goes.</summary>
    private struct GivenPacket
    {
        public SkBuff packet;
        public DroppedPackets dropped;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int packet_kept(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
        {
            bpf_qdisc_skb_drop(packet, dropped);
            return 1;
        }

        var old = bpf_kptr_xchg(ref value.Value.packet, packet);
        if (old is not null)
            bpf_qdisc_skb_drop(old, dropped);
        return 0;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int packet_kept_and_what_it_replaces(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
        {
            bpf_qdisc_skb_drop(packet, dropped);
            return 1;
        }

        var old = bpf_kptr_xchg(ref value.Value.packet, packet);
        /*!DYN001*/return old is null ? 1 : 0;/*!*/
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int packet_kept_and_dropped(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
        {
            bpf_qdisc_skb_drop(packet, dropped);
            return 1;
        }

        var old = bpf_kptr_xchg(ref value.Value.packet, packet);
        if (old is not null)
            bpf_qdisc_skb_drop(old, dropped);
        bpf_qdisc_skb_drop(/*!DYN002*/packet/*!*/, dropped);
        return 0;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int kept_packet_seen_and_dropped(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (value)
        {
            var seen = value.Value.packet.Object;
            if (seen is not null)
                bpf_qdisc_skb_drop(/*!DYN020*/seen/*!*/, dropped);
        }

        bpf_qdisc_skb_drop(packet, dropped);
        return 0;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int kept_packet_seen(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (value)
        {
            var seen = value.Value.packet.Object;
            if (seen is not null)
                bpf_dynptr_from_skb(/*!DYN020*/seen/*!*/, 0, out var ptr);
        }

        bpf_qdisc_skb_drop(packet, dropped);
        return 0;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int length_of_a_dropped_packet(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_qdisc_skb_drop(packet, dropped);
        return (int)/*!DYN003*/packet/*!*/.Length;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int length_of_a_packet_before_the_drop(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        var length = (int)packet.Length;
        bpf_qdisc_skb_drop(packet, dropped);
        return length;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int dynptr_made_of_a_dropped_packet(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_qdisc_skb_drop(packet, dropped);
        bpf_dynptr_from_skb(/*!DYN003*/packet/*!*/, 0, out var ptr);
        return 1;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int clone_of_a_dynptr_of_a_dropped_packet(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_dynptr_from_skb(packet, 0, out var ptr);
        bpf_dynptr_clone(ptr, out var clone);
        bpf_qdisc_skb_drop(packet, dropped);
        return (int)bpf_dynptr_size(/*!DYN003*/clone/*!*/);
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int dynptr_made_anew_of_another_packet(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_dynptr_from_skb(packet, 0, out var ptr);
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
        {
            bpf_qdisc_skb_drop(packet, dropped);
            return 1;
        }

        var old = bpf_kptr_xchg(ref value.Value.packet, packet);
        if (old is null)
            return 0;
        bpf_dynptr_from_skb(old, 0, out ptr);
        var size = (int)bpf_dynptr_size(ptr);
        bpf_qdisc_skb_drop(old, dropped);
        return size;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int dynptr_of_a_kept_packet(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_dynptr_from_skb(packet, 0, out var ptr);
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
        {
            bpf_qdisc_skb_drop(packet, dropped);
            return 1;
        }

        var old = bpf_kptr_xchg(ref value.Value.packet, packet);
        if (old is not null)
            bpf_qdisc_skb_drop(old, dropped);
        return (int)bpf_dynptr_size(/*!DYN003*/ptr/*!*/);
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int packet_dropped_in_a_struct(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        GivenPacket given;
        given.packet = packet;
        given.dropped = dropped;
        packet_dropped_in_a_struct__drop(ref given);
        return 1;
    }

    private static void packet_dropped_in_a_struct__drop(ref GivenPacket given) => bpf_qdisc_skb_drop(given.packet, given.dropped);

    [BpfProgram("struct_ops/enqueue")]
    public static int packet_dropped_in_a_callback(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        GivenPacket given;
        given.packet = packet;
        given.dropped = dropped;
        bpf_loop(1, packet_dropped_in_a_callback__run, ref given, 0);
        /*!DYN001*/return 1;/*!*/
    }

    private static int packet_dropped_in_a_callback__run(uint index, ref GivenPacket given)
    {
        bpf_qdisc_skb_drop(given.packet, given.dropped);
        return 1;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int nothing_dropped(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        bpf_qdisc_skb_drop(/*!DYN006*/null/*!*/!, dropped);
        bpf_qdisc_skb_drop(packet, dropped);
        return 1;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int packet_dropped_in_one_round(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        for (var i = 0; i < 3; i++)
        {
            if (bpf_get_prandom_u32() > 5)
            {
                bpf_qdisc_skb_drop(packet, dropped);
                return 1;
            }
        }

        bpf_qdisc_skb_drop(packet, dropped);
        return 1;
    }

    [BpfProgram("struct_ops/enqueue")]
    public static int packet_dropped_in_each_round(SkBuff packet, Qdisc queue, DroppedPackets dropped)
    {
        for (var i = 0; i < 3; i++)
            bpf_qdisc_skb_drop(/*!DYN002*/packet/*!*/, dropped);
        return 1;
    }
}
