#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 4);
    __type(key, u32);
    __type(value, struct bytes64);
} blocks SEC(".maps");

volatile u64 total;

SEC("tc")
int address_multiplied(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 x = (u64)value->bytes * 2;
    total = x;
    return 0;
}

SEC("tc")
int address_moved_out_of_bounds(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 x = (u64)value->bytes;
    x += 100;
    *(u8 *)x = 1;
    return 0;
}

SEC("tc")
int address_moved_in_bounds(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 x = (u64)value->bytes;
    x += 10;
    *(u8 *)x = 1;
    return 0;
}

static __noinline u8 *address_of_a_frame_that_is_gone__inner(void)
{
    u8 buffer[16];
    bpf_get_current_comm(buffer, 16);
    u8 *p = buffer;
    barrier_var(p);
    return p;
}

SEC("tc")
int address_of_a_frame_that_is_gone(struct __sk_buff *skb)
{
    u8 *p = address_of_a_frame_that_is_gone__inner();
    return *p;
}

SEC("tc")
int moved_far_and_back(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u8 *r = value->bytes;
    r += 1 << 30;
    barrier_var(r);
    r -= 1 << 30;
    *r = 1;
    return 0;
}

SEC("tc")
int moved_in_front_and_back(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u8 *r = value->bytes;
    r -= 8;
    barrier_var(r);
    r += 8;
    *r = 1;
    return 0;
}

SEC("tc")
int address_masked(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 x = (u64)value->bytes & ~7ull;
    *(u8 *)x = 1;
    return 0;
}

SEC("tc")
int address_shifted(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 x = (u64)value->bytes >> 3;
    total = x;
    return 0;
}

SEC("tc")
int address_stored(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    total = (u64)value->bytes;
    return 0;
}

SEC("tc")
int difference_of_addresses(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u8 *end = value->bytes + 10;
    barrier_var(end);
    total = end - value->bytes;
    return 0;
}

SEC("tc")
int difference_of_addresses_as_an_index(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u8 *end = value->bytes + 10;
    barrier_var(end);
    long n = end - value->bytes;
    barrier_var(n);
    value->bytes[n] = 1;
    return 0;
}

SEC("tc")
int difference_of_addresses_tested(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u8 *end = value->bytes + 10;
    barrier_var(end);
    u64 n = end - value->bytes;
    barrier_var(n);
    if (n < 64)
        value->bytes[n] = 1;
    return 0;
}

SEC("tc")
int address_moved_by_an_unknown_number(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 x = (u64)value->bytes;
    x += bpf_get_prandom_u32();
    *(u8 *)x = 1;
    return 0;
}

SEC("tc")
int address_moved_by_a_masked_number(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 x = (u64)value->bytes;
    x += bpf_get_prandom_u32() & 63;
    *(u8 *)x = 1;
    return 0;
}

SEC("tc")
int moved_forwards_and_back(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u8 *r = value->bytes;
    r += 10;
    barrier_var(r);
    r -= 10;
    *r = 1;
    return 0;
}

static __noinline u8 *address_of_the_callers_frame__inner(u8 *buffer)
{
    bpf_get_current_comm(buffer, 16);
    return buffer;
}

SEC("tc")
int address_of_the_callers_frame(struct __sk_buff *skb)
{
    u8 buffer[16];
    return *address_of_the_callers_frame__inner(buffer);
}

static __noinline void buffer_of_the_caller_filled__inner(u8 *buffer)
{
    bpf_get_current_comm(buffer, 16);
}

SEC("tc")
int buffer_of_the_caller_filled(struct __sk_buff *skb)
{
    u8 buffer[16];
    buffer_of_the_caller_filled__inner(buffer);
    return *buffer;
}

SEC("tc")
int moved_far_in_front_and_back(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u8 *r = value->bytes;
    r -= 1 << 30;
    barrier_var(r);
    r += 1 << 30;
    *r = 1;
    return 0;
}

SEC("tc")
int addresses_added(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 y = (u64)value->bytes + 1;
    barrier_var(y);
    u64 x = (u64)value->bytes + y;
    total = x;
    return 0;
}

static __noinline int moved_by_a_parameter_that_may_be_negative__read(u8 *r, int by)
{
    return r[by];
}

SEC("tc")
int moved_by_a_parameter_that_may_be_negative(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return moved_by_a_parameter_that_may_be_negative__read(value->bytes + 32, (int)(bpf_get_prandom_u32() & 7) - 4);
}

static __noinline int moved_by_a_parameter_that_is_positive__read(u8 *r, int by)
{
    return r[by];
}

SEC("tc")
int moved_by_a_parameter_that_is_positive(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return moved_by_a_parameter_that_is_positive__read(value->bytes + 32, bpf_get_prandom_u32() & 7);
}

SEC("tc")
int moved_by_a_number_that_may_be_negative(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u8 *r = value->bytes + 32;
    barrier_var(r);
    return r[(int)(bpf_get_prandom_u32() & 7) - 4];
}
