#include "pairs.h"

char _license[] SEC("license") = "GPL";

MAP_OF(HASH, blocks, u32, struct bytes64);

static __noinline u8 index_over_the_bound_in_an_object__get(u8 *bytes, u32 i)
{
    return bytes[i & 127];
}

SEC("tc")
int index_over_the_bound_in_an_object(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return index_over_the_bound_in_an_object__get(value->bytes, bpf_get_prandom_u32());
}

static __noinline u8 index_below_the_bound_in_an_object__get(u8 *bytes, u32 i)
{
    return bytes[i & 63];
}

SEC("tc")
int index_below_the_bound_in_an_object(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return index_below_the_bound_in_an_object__get(value->bytes, bpf_get_prandom_u32());
}
