#include "pairs.h"

char _license[] SEC("license") = "GPL";

MAP_OF(HASH, blocks, u32, struct bytes64);

SEC("tc")
int field_of_a_header_that_was_read(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[20] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 14, buffer, 20);
    return slice ? ((struct iphdr *)slice)->ttl : 0;
}

// MemoryMarshal.Read reads all of the header.
SEC("tc")
int field_of_a_header_that_was_read_of_too_little(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[10] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 14, buffer, 10);
    if (!slice)
        return 0;
    struct iphdr header;
    for (int i = 0; i < sizeof(header); i++)
        ((volatile u8 *)&header)[i] = slice[i];
    return header.ttl;
}

SEC("tc")
int field_of_a_header_that_was_read_too_late(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[20] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 14, buffer, 20);
    bpf_skb_pull_data(skb, 0);
    return slice ? ((struct iphdr *)slice)->ttl : 0;
}

static __noinline void field_of_a_header_that_a_method_returned__read(struct iphdr *header,
                                                                      const struct bpf_dynptr *ptr)
{
    bpf_dynptr_read(header, sizeof(*header), ptr, 14, 0);
}

SEC("tc")
int field_of_a_header_that_a_method_returned(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    struct iphdr header;
    bpf_dynptr_from_skb(skb, 0, &ptr);
    field_of_a_header_that_a_method_returned__read(&header, &ptr);
    return header.ttl;
}

SEC("xdp")
int length_of_an_xdp_packet(struct xdp_md *xdp)
{
    return bpf_xdp_get_buff_len(xdp) > 60 ? 2 : 1;
}

SEC("xdp")
int length_of_an_xdp_packet_as_an_index(struct xdp_md *xdp)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 2;
    value->bytes[bpf_xdp_get_buff_len(xdp)] = 1;
    return 2;
}

SEC("xdp")
int length_of_an_xdp_packet_as_a_masked_index(struct xdp_md *xdp)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 2;
    value->bytes[bpf_xdp_get_buff_len(xdp) & 63] = 1;
    return 2;
}

SEC("tc")
int spans_compared(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buffer, 8);
    return slice && slice == buffer ? 1 : 0;
}

SEC("tc")
int spans_that_overlap(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    barrier_var(slice);
    return slice < buffer + 8 && buffer < slice + 8 ? 1 : 0;
}

SEC("tc")
int beginning_of_a_span(struct __sk_buff *skb)
{
    u8 name[16];
    bpf_get_current_comm(name, 16);
    return name[0] == 's' && name[1] == 's' && name[2] == 'h' ? 1 : 0;
}

SEC("tc")
int beginning_of_a_span_that_is_gone(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *bytes = bpf_dynptr_slice(&ptr, 0, buffer, 8);
    if (!bytes)
        return 0;
    bpf_skb_pull_data(skb, 0);
    return bytes[0] == 's' && bytes[1] == 's' && bytes[2] == 'h' ? 1 : 0;
}

SEC("tc")
int position_in_a_span(struct __sk_buff *skb)
{
    u8 name[16];
    bpf_get_current_comm(name, 16);
    for (int i = 0; i < 16; i++)
        if (name[i] == 0)
            return i;
    return -1;
}

SEC("tc")
int position_in_a_span_as_an_index(struct __sk_buff *skb)
{
    u8 name[16];
    int at = -1;
    bpf_get_current_comm(name, 16);
    for (int i = 0; i < 16; i++)
        if (name[i] == 0) {
            at = i;
            break;
        }
    return at >= 0 ? name[at] : 0;
}

SEC("tc")
int position_in_a_span_that_may_be_none_as_an_index(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u8 *bytes = value->bytes;
    int at = -1;
    for (int i = 0; i < 64; i++)
        if (bytes[i] == 0) {
            at = i;
            break;
        }
    return bytes[at];
}
