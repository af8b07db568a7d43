#include "pairs.h"

char _license[] SEC("license") = "GPL";

MAP_OF(ARRAY, blocks, u32, struct bytes64);

volatile u32 count;

SEC("tc")
int lowest_byte_bounded_and_used(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    u8 *q = buffer;
    barrier_var(q);
    u32 a = bpf_get_prandom_u32();
    if ((a & 0xff) >= 10)
        return 0;
    count = a;
    return q[a & 0xff];
}

SEC("tc")
int bit_found_clear(struct __sk_buff *skb)
{
    u8 buffer[32] = {};
    u8 *q = buffer;
    barrier_var(q);
    u32 a = bpf_get_prandom_u32();
    if (a & 32)
        return 0;
    count = a;
    return q[a & 63];
}

SEC("tc")
int signed_quotient_of_a_variable(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    s32 y = (s32)(bpf_get_prandom_u32() & 7) + 2;
    s32 x = bpf_get_prandom_u32() & 127;
    barrier_var(x);
    barrier_var(y);
    s32 i = x / y;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int quotient_of_a_variable_masked(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 y = (bpf_get_prandom_u32() & 7) + 2;
    u32 i = (bpf_get_prandom_u32() / y) & 63;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int higher_bits_found_clear(struct __sk_buff *skb)
{
    u8 buffer[32] = {};
    u8 *q = buffer;
    barrier_var(q);
    u32 a = bpf_get_prandom_u32();
    if (a & ~31u)
        return 0;
    count = a;
    return q[a];
}

SEC("tc")
int bit_found_clear_and_the_number_bounded(struct __sk_buff *skb)
{
    u8 buffer[32] = {};
    u8 *q = buffer;
    barrier_var(q);
    u32 a = bpf_get_prandom_u32() & 255;
    if (a & 32)
        return 0;
    if (a >= 64)
        return 0;
    count = a;
    return q[a];
}

SEC("tc")
int two_bits_found_clear(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    u8 *q = buffer;
    barrier_var(q);
    u32 a = bpf_get_prandom_u32();
    if (a & 48)
        return 0;
    count = a;
    return q[a & 63];
}
