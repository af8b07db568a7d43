#include "pairs.h"

char _license[] SEC("license") = "GPL";

RING_BUFFER(ringbuf, 4096);
MAP_OF(HASH, blocks, u32, struct bytes64);

const volatile u32 fifteen = 15;
const volatile u32 eighty = 80;
const volatile u32 low_bits = 63;
const volatile u32 high_bits = 127;
const volatile u64 record_size = 16;
const volatile bool off = false;

u32 variable = 15;

SEC("tc")
int rounds_by_a_constant(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    for (u32 i = 0; i < fifteen; i++)
        value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int rounds_by_a_constant_that_is_too_large(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    for (u32 i = 0; i < eighty; i++)
        value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int index_by_a_constant(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return value->bytes[fifteen];
}

SEC("tc")
int index_by_a_constant_that_is_too_large(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return value->bytes[eighty];
}

SEC("tc")
int index_by_a_variable(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return value->bytes[*(volatile u32 *)&variable];
}

SEC("tc")
int masked_by_a_constant(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return value->bytes[bpf_get_prandom_u32() & low_bits];
}

SEC("tc")
int masked_by_a_constant_that_is_too_large(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return value->bytes[bpf_get_prandom_u32() & high_bits];
}

SEC("tc")
int reserved_by_a_constant(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, record_size, 0);
    if (!record)
        return 0;
    record[15] = 1;
    bpf_ringbuf_submit(record, 0);
    return 0;
}

SEC("tc")
int reserved_by_a_constant_that_is_too_small(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, record_size, 0);
    if (!record)
        return 0;
    record[16] = 1;
    bpf_ringbuf_submit(record, 0);
    return 0;
}

SEC("tc")
int length_of_a_slice_by_a_constant(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[16] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buffer, fifteen);
    return slice ? slice[14] : 0;
}

SEC("tc")
int length_of_a_slice_by_a_variable(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[16] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buffer, *(volatile u32 *)&variable);
    return slice ? slice[0] : 0;
}

SEC("tc")
int switched_off_by_a_constant(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (off)
        return 0;
    bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int switched_on_by_a_constant(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (!off)
        return 0;
    bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}
