#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 4);
    __type(key, u32);
    __type(value, struct bytes64);
} blocks SEC(".maps");

volatile u32 count;

int difference;

SEC("tc")
int smaller_of_a_field_and_a_constant(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 i = count;
    if (i > 63)
        i = 63;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int smaller_of_a_field_and_too_much(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 i = count;
    if (i > 64)
        i = 64;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int field_between_two_constants(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int i = difference;
    if (i < 0)
        i = 0;
    if (i > 63)
        i = 63;
    value->bytes[i] = 1;
    return 0;
}
