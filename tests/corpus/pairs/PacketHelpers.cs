using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Calls that ask for packets or change them, and what lives on behind them.</summary>
internal static class PacketHelpers
{
    private static readonly HashMap<uint, uint> lengths = new(maxEntries: 4);

    private static (int Result, uint Source) from;

    [BpfProgram("tc")]
    public static int pointer_behind_new_room(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_skb_adjust_room(skb, 8, BpfConstants.BPF_ADJ_ROOM_MAC, 0);
        return /*!DYN005*/data/*!*/[13];
    }

    [BpfProgram("tc")]
    public static int pointer_read_again_behind_new_room(SkBuff skb)
    {
        if (bpf_skb_adjust_room(skb, 8, BpfConstants.BPF_ADJ_ROOM_MAC, 0) != 0)
            return 0;
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 22 > end)
            return 0;
        return data[21];
    }

    [BpfProgram("tc")]
    public static int pointer_behind_a_pushed_vlan(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_skb_vlan_push(skb, 0x0081, 7);
        return /*!DYN005*/data/*!*/[13];
    }

    [BpfProgram("tc")]
    public static int pointer_behind_a_popped_vlan(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_skb_vlan_pop(skb);
        return /*!DYN005*/data/*!*/[13];
    }

    [BpfProgram("tc")]
    public static int pointer_behind_a_changed_protocol(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_skb_change_proto(skb, 0xdd86, 0);
        return /*!DYN005*/data/*!*/[13];
    }

    [BpfProgram("tc")]
    public static int pointer_behind_a_clone(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_clone_redirect(skb, 77777, 0);
        return /*!DYN005*/data/*!*/[13];
    }

    [BpfProgram("tc")]
    public static int pointer_behind_a_changed_type(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_skb_change_type(skb, BpfConstants.PACKET_HOST);
        return data[13];
    }

    [BpfProgram("tc")]
    public static int pointer_behind_a_checksum_level(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_INC);
        return data[13];
    }

    [BpfProgram("tc")]
    public static int pointer_behind_an_updated_checksum(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_csum_update(skb, 7);
        return data[13];
    }

    [BpfProgram("tc")]
    public static int pointer_behind_a_recalculated_hash(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_get_hash_recalc(skb);
        return data[13];
    }

    [BpfProgram("tc")]
    public static int slice_behind_new_room(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> copy = stackalloc byte[14];
        var ethernet = bpf_dynptr_slice<EthHdr>(ptr, 0, copy);
        if (!ethernet)
            return 0;
        _ = bpf_skb_adjust_room(skb, 8, BpfConstants.BPF_ADJ_ROOM_MAC, 0);
        return (int)/*!DYN005*/ethernet/*!*/.Value.Protocol;
    }

    [BpfProgram("tc")]
    public static int slice_behind_a_set_hash(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> copy = stackalloc byte[14];
        var ethernet = bpf_dynptr_slice<EthHdr>(ptr, 0, copy);
        if (!ethernet)
            return 0;
        _ = bpf_set_hash(skb, 7);
        return (int)ethernet.Value.Protocol;
    }

    [BpfProgram("tc")]
    public static int mtu_length_in_the_packet(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 20 > end)
            return 0;
        return bpf_check_mtu(skb, 0, ref /*!DYN011*/data.As<uint>()/*!*/, 0, 0);
    }

    [BpfProgram("tc")]
    public static int mtu_length_in_a_map(SkBuff skb)
    {
        var length = bpf_map_lookup_elem(lengths, 1u);
        if (!length)
            return 0;
        return bpf_check_mtu(skb, 0, ref length.Value, 0, 0);
    }

    [BpfProgram("tc")]
    public static int mtu_length_of_no_entry(SkBuff skb)
    {
        var length = bpf_map_lookup_elem(lengths, 1u);
        return bpf_check_mtu(skb, 0, ref /*!DYN006*/length/*!*/.Value, 0, 0);
    }

    [BpfProgram("tc")]
    public static int relative_bytes_into_the_packet(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 20 > end)
            return 0;
        return bpf_skb_load_bytes_relative(skb, 0, /*!DYN011*/data.AsSpan(4)/*!*/, BpfConstants.BPF_HDR_START_NET);
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int vlan_in_a_control_group(SkBuff skb)
    {
        _ = /*!DYN020*/bpf_skb_vlan_pop(skb)/*!*/;
        return 1;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int relative_bytes_in_a_control_group(SkBuff skb)
    {
        var result = bpf_skb_load_bytes_relative(skb, 12, out uint source, BpfConstants.BPF_HDR_START_NET);
        from = (result, source);
        return 1;
    }

    [BpfProgram("tc")]
    public static int rooms(SkBuff skb)
    {
        var made = bpf_skb_adjust_room(skb, 20, BpfConstants.BPF_ADJ_ROOM_MAC, BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L3_IPV4);
        var again = bpf_skb_adjust_room(skb, 20, BpfConstants.BPF_ADJ_ROOM_MAC, BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L3_IPV4);
        var behind = bpf_skb_adjust_room(skb, 3, BpfConstants.BPF_ADJ_ROOM_NET, 0);
        var taken = bpf_skb_adjust_room(skb, -20, BpfConstants.BPF_ADJ_ROOM_MAC, 0);
        return made + again + behind + taken;
    }

    [BpfProgram("tc")]
    public static int room_of_unknown_flags(SkBuff skb) => bpf_skb_adjust_room(skb, 4, 0, 512);

    [BpfProgram("tc")]
    public static int room_too_large(SkBuff skb) => bpf_skb_adjust_room(skb, 4096, 0, 0);

    [BpfProgram("tc")]
    public static int room_too_large_taken(SkBuff skb) => bpf_skb_adjust_room(skb, -4096, 0, 0);

    [BpfProgram("tc")]
    public static int room_of_least_length(SkBuff skb) => bpf_skb_adjust_room(skb, int.MinValue, 0, 0);

    [BpfProgram("tc")]
    public static int room_elsewhere(SkBuff skb) => bpf_skb_adjust_room(skb, 4, 2, 0);

    [BpfProgram("tc")]
    public static int room_of_a_negative_length_for_ipv6(SkBuff skb) => bpf_skb_adjust_room(skb, 4, 0, 256);

    [BpfProgram("tc")]
    public static int room_taken_of_both(SkBuff skb) => bpf_skb_adjust_room(skb, -4, 0, 384);

    [BpfProgram("tc")]
    public static int room_taken_with_an_outer_header(SkBuff skb) => bpf_skb_adjust_room(skb, -4, 0, 2);

    [BpfProgram("tc")]
    public static int room_for_both_outer_headers(SkBuff skb) => bpf_skb_adjust_room(skb, 40, 1, 6);

    [BpfProgram("tc")]
    public static int room_for_both_transports(SkBuff skb) => bpf_skb_adjust_room(skb, 40, 1, 26);

    [BpfProgram("tc")]
    public static int room_for_a_short_ethernet_header(SkBuff skb) => bpf_skb_adjust_room(skb, 40, 1, (13ul << 56) | 66);

    [BpfProgram("tc")]
    public static int room_for_an_ethernet_header(SkBuff skb) => bpf_skb_adjust_room(skb, 42, 1, (14ul << 56) | 92);

    [BpfProgram("tc")]
    public static int room_too_small_for_an_ethernet_header(SkBuff skb) => bpf_skb_adjust_room(skb, 12, 1, (14ul << 56) | 66);

    [BpfProgram("tc")]
    public static int room_for_ipv6_and_udp(SkBuff skb) => bpf_skb_adjust_room(skb, 48, 1, 20);

    [BpfProgram("tc")]
    public static int room_of_everything(SkBuff skb) => bpf_skb_adjust_room(skb, -30, 0, 0);

    [BpfProgram("tc")]
    public static int room_of_a_packet_too_long(SkBuff skb) => bpf_skb_adjust_room(skb, 4000, 0, 0);

    [BpfProgram("tc")]
    public static int room_taken_for_ipv6(SkBuff skb) => bpf_skb_adjust_room(skb, -10, 1, 256);

    [BpfProgram("tc")]
    public static int room_of_nothing(SkBuff skb) => bpf_skb_adjust_room(skb, 0, 0, 0);

    [BpfProgram("tc")]
    public static int outer_headers_cannot_be_cut(SkBuff skb)
    {
        var made = bpf_skb_adjust_room(skb, 48, BpfConstants.BPF_ADJ_ROOM_MAC, 20);
        var cut = bpf_skb_change_tail(skb, 60, 0);
        return made * 1000 + cut;
    }

    [BpfProgram("tc")]
    public static int vlan_tags(SkBuff skb)
    {
        var pushed = bpf_skb_vlan_push(skb, 0xa888, 0x2007) + bpf_skb_vlan_push(skb, 0x0081, 9) + bpf_skb_vlan_push(skb, 5, 10);
        var popped = bpf_skb_vlan_pop(skb);
        var result = bpf_skb_load_bytes_relative(skb, 0, out uint tag, BpfConstants.BPF_HDR_START_NET);
        from = (result, tag);
        return pushed + popped;
    }

    [BpfProgram("tc")]
    public static int vlan_tags_all_popped(SkBuff skb)
    {
        _ = bpf_skb_vlan_push(skb, 0x0081, 7);
        _ = bpf_skb_vlan_push(skb, 0x0081, 8);
        _ = bpf_skb_vlan_pop(skb);
        _ = bpf_skb_vlan_pop(skb);
        return bpf_skb_vlan_pop(skb);
    }

    [BpfProgram("tc")]
    public static int vlan_tags_left(SkBuff skb)
    {
        _ = bpf_skb_vlan_push(skb, 0x0081, 7);
        _ = bpf_skb_vlan_push(skb, 0x0081, 8);
        _ = bpf_skb_vlan_push(skb, 0x0081, 9);
        return skb.Protocol;
    }

    [BpfProgram("tc")]
    public static int protocols(SkBuff skb)
    {
        var wider = bpf_skb_change_proto(skb, 0xdd86, 0);
        var same = bpf_skb_change_proto(skb, 0xdd86, 0);
        var narrower = bpf_skb_change_proto(skb, 0x0008, 0);
        var flagged = bpf_skb_change_proto(skb, 0xdd86, 1);
        var wide = bpf_skb_change_proto(skb, 0xdd86, 0);
        return wider + 2 * same + 4 * narrower + 8 * flagged + 16 * wide + skb.Protocol;
    }

    [BpfProgram("tc")]
    public static int checksum_levels(SkBuff skb)
    {
        var unknown = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_QUERY);
        _ = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_INC);
        _ = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_INC);
        var two = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_QUERY);
        _ = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_DEC);
        _ = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_DEC);
        var none = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_QUERY);
        return unknown + 100 * two + 10000 * none;
    }

    [BpfProgram("tc")]
    public static int checksum_level_reset(SkBuff skb)
    {
        _ = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_INC);
        var reset = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_RESET);
        var none = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_QUERY);
        _ = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_INC);
        _ = bpf_skb_adjust_room(skb, 4, BpfConstants.BPF_ADJ_ROOM_MAC, BpfConstants.BPF_F_ADJ_ROOM_NO_CSUM_RESET);
        var kept = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_QUERY);
        _ = bpf_skb_adjust_room(skb, 4, BpfConstants.BPF_ADJ_ROOM_MAC, 0);
        var dropped = bpf_csum_level(skb, BpfConstants.BPF_CSUM_LEVEL_QUERY);
        return reset + none + 100 * kept + 10000 * dropped + (int)bpf_csum_level(skb, 4);
    }

    [BpfProgram("tc")]
    public static int checksum_without_a_sum(SkBuff skb) => (int)bpf_csum_update(skb, 7);

    [BpfProgram("tc")]
    public static int hashes(SkBuff skb)
    {
        var computed = bpf_get_hash_recalc(skb);
        var same = bpf_get_hash_recalc(skb) == computed;
        _ = bpf_set_hash(skb, 7);
        var set = bpf_get_hash_recalc(skb);
        _ = bpf_set_hash(skb, 0);
        var zero = bpf_get_hash_recalc(skb);
        bpf_set_hash_invalid(skb);
        return (computed != 0 ? 1 : 0) + (same ? 2 : 0) + (int)(set * 4 + zero * 64) + (bpf_get_hash_recalc(skb) == computed ? 4096 : 0);
    }

    [BpfProgram("tc")]
    public static int lengths_and_the_mtu(SkBuff skb)
    {
        uint own = 0;
        var fits = bpf_check_mtu(skb, 0, ref own, 0, 0);
        uint asked = 65536;
        var just = bpf_check_mtu(skb, 1, ref asked, 0, 0);
        uint longer = 65537;
        var too_long = bpf_check_mtu(skb, 1, ref longer, 0, 0);
        uint shorter = 65537;
        var shortened = bpf_check_mtu(skb, 1, ref shorter, -1, 0);
        from = (too_long, own);
        return fits + 2 * just + 4 * too_long + 8 * shortened;
    }

    [BpfProgram("tc")]
    public static int mtus_that_are_refused(SkBuff skb)
    {
        uint length = 3;
        var flagged = bpf_check_mtu(skb, 0, ref length, 0, 2);
        var segments = bpf_check_mtu(skb, 0, ref length, 0, BpfConstants.BPF_MTU_CHK_SEGS);
        var missing = bpf_check_mtu(skb, 77777, ref length, 0, 0);
        from = (missing, length);
        return flagged + 100 * segments + 10000 * missing;
    }

    [BpfProgram("tc")]
    public static int clones_that_are_refused(SkBuff skb) => bpf_clone_redirect(skb, 77777, 0) + 100 * bpf_clone_redirect(skb, 1, 2);

    [BpfProgram("tc")]
    public static int types_of_packets(SkBuff skb)
    {
        var host = bpf_skb_change_type(skb, BpfConstants.PACKET_HOST);
        var unknown = bpf_skb_change_type(skb, 4);
        return host + 100 * unknown;
    }

    [BpfProgram("tc")]
    public static int relative_bytes(SkBuff skb)
    {
        var mac = bpf_skb_load_bytes_relative(skb, 12, out ushort type, BpfConstants.BPF_HDR_START_MAC);
        var network = bpf_skb_load_bytes_relative(skb, 12, out uint source, BpfConstants.BPF_HDR_START_NET);
        var far = bpf_skb_load_bytes_relative(skb, 3500, out uint _, BpfConstants.BPF_HDR_START_NET);
        var farther = bpf_skb_load_bytes_relative(skb, 65536, out uint _, BpfConstants.BPF_HDR_START_NET);
        var elsewhere = bpf_skb_load_bytes_relative(skb, 0, out uint nothing, 2);
        from = (mac + network, source + type + nothing);
        return far + 100 * farther + 10000 * elsewhere;
    }

    [BpfProgram("xdp")]
    public static int length_of_an_xdp_packet_and_the_mtu(XdpBuff xdp)
    {
        uint own = 0;
        var fits = bpf_check_mtu(xdp, 0, ref own, 0, 0);
        uint longer = 0;
        var too_long = bpf_check_mtu(xdp, 1, ref longer, 65536, 0);
        var flagged = bpf_check_mtu(xdp, 1, ref longer, 0, 1);
        from = (too_long, own + longer);
        return fits + 2 * too_long + 4 * flagged;
    }

    [BpfProgram("xdp")]
    public static int fields_set_one_after_the_other(XdpBuff xdp)
    {
        var data = xdp.Data;
        var end = xdp.DataEnd;
        if (data + 54 > end)
            return 0;
        ref var ip = ref (data + 14).As<Ipv6Hdr>();
        ip.Version = 6;
        ip.TrafficClass = 7;
        ip.FlowLabel = 0x12345;
        ip.PayloadLength = 8;
        ref var version4 = ref (data + 14).As<IpHdr>();
        version4.MoreFragments = true;
        version4.DontFragment = false;
        version4.FragmentOffset = 5;
        return ip.Version;
    }
}
