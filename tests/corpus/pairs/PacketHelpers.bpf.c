#include "pairs.h"

char _license[] SEC("license") = "GPL";

#define INT_MIN (-2147483647 - 1)

MAP_OF(HASH, lengths, u32, u32);

struct from {
    int result;
    u32 source;
} from;

SEC("tc")
int pointer_behind_new_room(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 14 > end)
        return 0;
    bpf_skb_adjust_room(skb, 8, BPF_ADJ_ROOM_MAC, 0);
    return data[13];
}

SEC("tc")
int pointer_read_again_behind_new_room(struct __sk_buff *skb)
{
    if (bpf_skb_adjust_room(skb, 8, BPF_ADJ_ROOM_MAC, 0) != 0)
        return 0;
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 22 > end)
        return 0;
    return data[21];
}

SEC("tc")
int pointer_behind_a_pushed_vlan(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 14 > end)
        return 0;
    bpf_skb_vlan_push(skb, 0x0081, 7);
    return data[13];
}

SEC("tc")
int pointer_behind_a_popped_vlan(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 14 > end)
        return 0;
    bpf_skb_vlan_pop(skb);
    return data[13];
}

SEC("tc")
int pointer_behind_a_changed_protocol(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 14 > end)
        return 0;
    bpf_skb_change_proto(skb, 0xdd86, 0);
    return data[13];
}

SEC("tc")
int pointer_behind_a_clone(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 14 > end)
        return 0;
    bpf_clone_redirect(skb, 77777, 0);
    return data[13];
}

SEC("tc")
int pointer_behind_a_changed_type(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 14 > end)
        return 0;
    bpf_skb_change_type(skb, 0);
    return data[13];
}

SEC("tc")
int pointer_behind_a_checksum_level(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 14 > end)
        return 0;
    bpf_csum_level(skb, BPF_CSUM_LEVEL_INC);
    return data[13];
}

SEC("tc")
int pointer_behind_an_updated_checksum(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 14 > end)
        return 0;
    bpf_csum_update(skb, 7);
    return data[13];
}

SEC("tc")
int pointer_behind_a_recalculated_hash(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 14 > end)
        return 0;
    bpf_get_hash_recalc(skb);
    return data[13];
}

SEC("tc")
int slice_behind_new_room(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    struct ethhdr copy, *ethernet;
    bpf_dynptr_from_skb(skb, 0, &ptr);
    ethernet = bpf_dynptr_slice(&ptr, 0, &copy, sizeof(copy));
    if (!ethernet)
        return 0;
    bpf_skb_adjust_room(skb, 8, BPF_ADJ_ROOM_MAC, 0);
    return ethernet->h_proto;
}

SEC("tc")
int slice_behind_a_set_hash(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    struct ethhdr copy, *ethernet;
    bpf_dynptr_from_skb(skb, 0, &ptr);
    ethernet = bpf_dynptr_slice(&ptr, 0, &copy, sizeof(copy));
    if (!ethernet)
        return 0;
    bpf_set_hash(skb, 7);
    return ethernet->h_proto;
}

SEC("tc")
int mtu_length_in_the_packet(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 20 > end)
        return 0;
    return bpf_check_mtu(skb, 0, (u32 *)data, 0, 0);
}

SEC("tc")
int mtu_length_in_a_map(struct __sk_buff *skb)
{
    u32 key = 1, *length = bpf_map_lookup_elem(&lengths, &key);
    if (!length)
        return 0;
    return bpf_check_mtu(skb, 0, length, 0, 0);
}

SEC("tc")
int mtu_length_of_no_entry(struct __sk_buff *skb)
{
    u32 key = 1, *length = bpf_map_lookup_elem(&lengths, &key);
    return bpf_check_mtu(skb, 0, length, 0, 0);
}

SEC("tc")
int relative_bytes_into_the_packet(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 20 > end)
        return 0;
    return bpf_skb_load_bytes_relative(skb, 0, data, 4, BPF_HDR_START_NET);
}

SEC("cgroup_skb/ingress")
int vlan_in_a_control_group(struct __sk_buff *skb)
{
    bpf_skb_vlan_pop(skb);
    return 1;
}

SEC("cgroup_skb/ingress")
int relative_bytes_in_a_control_group(struct __sk_buff *skb)
{
    struct from value = {};
    value.result = bpf_skb_load_bytes_relative(skb, 12, &value.source, 4, BPF_HDR_START_NET);
    from = value;
    return 1;
}

SEC("tc")
int rooms(struct __sk_buff *skb)
{
    int made = bpf_skb_adjust_room(skb, 20, BPF_ADJ_ROOM_MAC, BPF_F_ADJ_ROOM_ENCAP_L3_IPV4);
    int again = bpf_skb_adjust_room(skb, 20, BPF_ADJ_ROOM_MAC, BPF_F_ADJ_ROOM_ENCAP_L3_IPV4);
    int behind = bpf_skb_adjust_room(skb, 3, BPF_ADJ_ROOM_NET, 0);
    int taken = bpf_skb_adjust_room(skb, -20, BPF_ADJ_ROOM_MAC, 0);
    return made + again + behind + taken;
}

SEC("tc")
int room_of_unknown_flags(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, 4, 0, 512);
}

SEC("tc")
int room_too_large(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, 4096, 0, 0);
}

SEC("tc")
int room_too_large_taken(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, -4096, 0, 0);
}

SEC("tc")
int room_of_least_length(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, INT_MIN, 0, 0);
}

SEC("tc")
int room_elsewhere(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, 4, 2, 0);
}

SEC("tc")
int room_of_a_negative_length_for_ipv6(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, 4, 0, 256);
}

SEC("tc")
int room_taken_of_both(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, -4, 0, 384);
}

SEC("tc")
int room_taken_with_an_outer_header(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, -4, 0, 2);
}

SEC("tc")
int room_for_both_outer_headers(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, 40, 1, 6);
}

SEC("tc")
int room_for_both_transports(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, 40, 1, 26);
}

SEC("tc")
int room_for_a_short_ethernet_header(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, 40, 1, (13ul << 56) | 66);
}

SEC("tc")
int room_for_an_ethernet_header(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, 42, 1, (14ul << 56) | 92);
}

SEC("tc")
int room_too_small_for_an_ethernet_header(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, 12, 1, (14ul << 56) | 66);
}

SEC("tc")
int room_for_ipv6_and_udp(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, 48, 1, 20);
}

SEC("tc")
int room_of_everything(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, -30, 0, 0);
}

SEC("tc")
int room_of_a_packet_too_long(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, 4000, 0, 0);
}

SEC("tc")
int room_taken_for_ipv6(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, -10, 1, 256);
}

SEC("tc")
int room_of_nothing(struct __sk_buff *skb)
{
    return bpf_skb_adjust_room(skb, 0, 0, 0);
}

SEC("tc")
int outer_headers_cannot_be_cut(struct __sk_buff *skb)
{
    int made = bpf_skb_adjust_room(skb, 48, BPF_ADJ_ROOM_MAC, 20);
    int cut = bpf_skb_change_tail(skb, 60, 0);
    return made * 1000 + cut;
}

SEC("tc")
int vlan_tags(struct __sk_buff *skb)
{
    int pushed = bpf_skb_vlan_push(skb, 0xa888, 0x2007) + bpf_skb_vlan_push(skb, 0x0081, 9) + bpf_skb_vlan_push(skb, 5, 10);
    int popped = bpf_skb_vlan_pop(skb);
    struct from value = {};
    value.result = bpf_skb_load_bytes_relative(skb, 0, &value.source, 4, BPF_HDR_START_NET);
    from = value;
    return pushed + popped;
}

SEC("tc")
int vlan_tags_all_popped(struct __sk_buff *skb)
{
    bpf_skb_vlan_push(skb, 0x0081, 7);
    bpf_skb_vlan_push(skb, 0x0081, 8);
    bpf_skb_vlan_pop(skb);
    bpf_skb_vlan_pop(skb);
    return bpf_skb_vlan_pop(skb);
}

SEC("tc")
int vlan_tags_left(struct __sk_buff *skb)
{
    bpf_skb_vlan_push(skb, 0x0081, 7);
    bpf_skb_vlan_push(skb, 0x0081, 8);
    bpf_skb_vlan_push(skb, 0x0081, 9);
    return skb->protocol;
}

SEC("tc")
int protocols(struct __sk_buff *skb)
{
    int wider = bpf_skb_change_proto(skb, 0xdd86, 0);
    int same = bpf_skb_change_proto(skb, 0xdd86, 0);
    int narrower = bpf_skb_change_proto(skb, 0x0008, 0);
    int flagged = bpf_skb_change_proto(skb, 0xdd86, 1);
    int wide = bpf_skb_change_proto(skb, 0xdd86, 0);
    return wider + 2 * same + 4 * narrower + 8 * flagged + 16 * wide + skb->protocol;
}

SEC("tc")
int checksum_levels(struct __sk_buff *skb)
{
    int unknown = bpf_csum_level(skb, BPF_CSUM_LEVEL_QUERY);
    bpf_csum_level(skb, BPF_CSUM_LEVEL_INC);
    bpf_csum_level(skb, BPF_CSUM_LEVEL_INC);
    int two = bpf_csum_level(skb, BPF_CSUM_LEVEL_QUERY);
    bpf_csum_level(skb, BPF_CSUM_LEVEL_DEC);
    bpf_csum_level(skb, BPF_CSUM_LEVEL_DEC);
    int none = bpf_csum_level(skb, BPF_CSUM_LEVEL_QUERY);
    return unknown + 100 * two + 10000 * none;
}

SEC("tc")
int checksum_level_reset(struct __sk_buff *skb)
{
    bpf_csum_level(skb, BPF_CSUM_LEVEL_INC);
    int reset = bpf_csum_level(skb, BPF_CSUM_LEVEL_RESET);
    int none = bpf_csum_level(skb, BPF_CSUM_LEVEL_QUERY);
    bpf_csum_level(skb, BPF_CSUM_LEVEL_INC);
    bpf_skb_adjust_room(skb, 4, BPF_ADJ_ROOM_MAC, BPF_F_ADJ_ROOM_NO_CSUM_RESET);
    int kept = bpf_csum_level(skb, BPF_CSUM_LEVEL_QUERY);
    bpf_skb_adjust_room(skb, 4, BPF_ADJ_ROOM_MAC, 0);
    int dropped = bpf_csum_level(skb, BPF_CSUM_LEVEL_QUERY);
    return reset + none + 100 * kept + 10000 * dropped + (int)bpf_csum_level(skb, 4);
}

SEC("tc")
int checksum_without_a_sum(struct __sk_buff *skb)
{
    return bpf_csum_update(skb, 7);
}

SEC("tc")
int hashes(struct __sk_buff *skb)
{
    u32 computed = bpf_get_hash_recalc(skb);
    bool same = bpf_get_hash_recalc(skb) == computed;
    bpf_set_hash(skb, 7);
    u32 set = bpf_get_hash_recalc(skb);
    bpf_set_hash(skb, 0);
    u32 zero = bpf_get_hash_recalc(skb);
    bpf_set_hash_invalid(skb);
    return (computed ? 1 : 0) + (same ? 2 : 0) + (int)(set * 4 + zero * 64) + (bpf_get_hash_recalc(skb) == computed ? 4096 : 0);
}

SEC("tc")
int lengths_and_the_mtu(struct __sk_buff *skb)
{
    u32 own = 0, asked = 65536, longer = 65537, shorter = 65537;
    int fits = bpf_check_mtu(skb, 0, &own, 0, 0);
    int just = bpf_check_mtu(skb, 1, &asked, 0, 0);
    int too_long = bpf_check_mtu(skb, 1, &longer, 0, 0);
    int shortened = bpf_check_mtu(skb, 1, &shorter, -1, 0);
    struct from value = { .result = too_long, .source = own };
    from = value;
    return fits + 2 * just + 4 * too_long + 8 * shortened;
}

SEC("tc")
int mtus_that_are_refused(struct __sk_buff *skb)
{
    u32 length = 3;
    int flagged = bpf_check_mtu(skb, 0, &length, 0, 2);
    int segments = bpf_check_mtu(skb, 0, &length, 0, BPF_MTU_CHK_SEGS);
    int missing = bpf_check_mtu(skb, 77777, &length, 0, 0);
    struct from value = { .result = missing, .source = length };
    from = value;
    return flagged + 100 * segments + 10000 * missing;
}

SEC("tc")
int clones_that_are_refused(struct __sk_buff *skb)
{
    return bpf_clone_redirect(skb, 77777, 0) + 100 * bpf_clone_redirect(skb, 1, 2);
}

SEC("tc")
int types_of_packets(struct __sk_buff *skb)
{
    int host = bpf_skb_change_type(skb, 0);
    int unknown = bpf_skb_change_type(skb, 4);
    return host + 100 * unknown;
}

SEC("tc")
int relative_bytes(struct __sk_buff *skb)
{
    u16 type;
    u32 source, far_value, farther_value, nothing;
    int mac = bpf_skb_load_bytes_relative(skb, 12, &type, 2, BPF_HDR_START_MAC);
    int network = bpf_skb_load_bytes_relative(skb, 12, &source, 4, BPF_HDR_START_NET);
    int far = bpf_skb_load_bytes_relative(skb, 3500, &far_value, 4, BPF_HDR_START_NET);
    int farther = bpf_skb_load_bytes_relative(skb, 65536, &farther_value, 4, BPF_HDR_START_NET);
    int elsewhere = bpf_skb_load_bytes_relative(skb, 0, &nothing, 4, 2);
    struct from value = { .result = mac + network, .source = source + type + nothing };
    from = value;
    return far + 100 * farther + 10000 * elsewhere;
}

SEC("xdp")
int length_of_an_xdp_packet_and_the_mtu(struct xdp_md *xdp)
{
    u32 own = 0, longer = 0;
    int fits = bpf_check_mtu(xdp, 0, &own, 0, 0);
    int too_long = bpf_check_mtu(xdp, 1, &longer, 65536, 0);
    int flagged = bpf_check_mtu(xdp, 1, &longer, 0, 1);
    struct from value = { .result = too_long, .source = own + longer };
    from = value;
    return fits + 2 * too_long + 4 * flagged;
}

SEC("xdp")
int fields_set_one_after_the_other(struct xdp_md *xdp)
{
    u8 *data = (void *)(long)xdp->data, *end = (void *)(long)xdp->data_end;
    if (data + 54 > end)
        return 0;
    *(u32 *)(data + 14) = __builtin_bswap32(0x60712345);
    *(u16 *)(data + 18) = __builtin_bswap16(8);
    *(u16 *)(data + 20) = __builtin_bswap16(0x2005);
    return data[14] >> 4;
}
