#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct flags {
    bool f;
    u8 x;
    u16 unused;
};

struct three_numbers {
    u64 a;
    u32 b;
    u32 c;
};

struct auto_layout {
    u64 a;
    u32 b;
};

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 4);
    __type(key, u32);
    __type(value, u64);
} numbers SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 4);
    __type(key, u32);
    __type(value, struct bytes64);
} blocks SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 4);
    __type(key, u32);
    __type(value, struct flags);
} flags_map SEC(".maps");

volatile u32 count;

SEC("tc")
int divided_by_a_variable(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 y = (bpf_get_prandom_u32() & 7) + 2;
    u32 x = bpf_get_prandom_u32() & 127;
    u32 i = x / y;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int remainder_of_a_constant(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 i = bpf_get_prandom_u32() % 64;
    barrier_var(i);
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int remainder_of_a_variable(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 y = (bpf_get_prandom_u32() & 31) + 1;
    u32 i = bpf_get_prandom_u32() % y;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int signed_remainder_of_a_constant(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int i = (int)bpf_get_prandom_u32() % 32 + 31;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int divided_by_a_constant(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 i = (bpf_get_prandom_u32() & 0xfff) / 65;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int shifted_by_a_variable(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 s = bpf_get_prandom_u32() & 3;
    u32 i = (bpf_get_prandom_u32() & 63) >> s;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int multiplied_by_a_negative_number(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int x = (int)(bpf_get_prandom_u32() & 7) - 7;
    barrier_var(x);
    int i = x * -9;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int only_upper_bound_of_a_signed_number(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int i = bpf_get_prandom_u32();
    if (i >= 64)
        return 0;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int bound_of_the_lower_half(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 i = bpf_ktime_get_ns();
    if ((u32)i >= 64)
        return 0;
    value->bytes[(u32)i] = 1;
    return 0;
}

SEC("tc")
int minimum(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 n = bpf_get_prandom_u32();
    if (n > 64)
        n = 64;
    for (u32 i = 0; i < n; i++)
        value->bytes[i] = bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int negative_sbyte(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    s8 i = bpf_get_prandom_u32();
    if (i > 63)
        return 0;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int byte_less_one(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u8 i = bpf_get_prandom_u32();
    if (i > 64)
        return 0;
    value->bytes[i - 1] = 1;
    return 0;
}

SEC("tc")
int byte_less_one_not_zero(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u8 i = bpf_get_prandom_u32();
    if (i > 64 || i == 0)
        return 0;
    value->bytes[i - 1] = 1;
    return 0;
}

SEC("tc")
int reinterpreted_as_larger(struct __sk_buff *skb)
{
    u32 key = 0;
    u64 *value = bpf_map_lookup_elem(&numbers, &key);
    if (!value)
        return 0;
    ((struct three_numbers *)value)->c = 1;
    return 0;
}

SEC("tc")
int checked_after_use_in_pointer(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 x = bpf_ktime_get_ns();
    u8 *r = value->bytes + x;
    barrier_var(r);
    if (x < 64)
        *r = 1;
    return 0;
}

SEC("tc")
int index_rewritten_by_helper(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 i = bpf_get_prandom_u32();
    if (i >= 64)
        return 0;
    bpf_skb_load_bytes(skb, 0, &i, 4);
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int global_read_twice(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    if (count >= 64)
        return 0;
    bpf_ktime_get_ns();
    value->bytes[count] = 1;
    return 0;
}

SEC("tc")
int map_value_read_twice(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    volatile u64 *n = bpf_map_lookup_elem(&numbers, &key);
    if (!n)
        return 0;
    if (*n >= 64)
        return 0;
    bpf_ktime_get_ns();
    value->bytes[*n] = 1;
    return 0;
}

SEC("tc")
int negated_and_masked(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int i = (int)(bpf_get_prandom_u32() & 127) - 64;
    if (i < 0)
        i = -i;
    value->bytes[i & 63] = 1;
    return 0;
}

SEC("tc")
int magnitude_by_branch(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int i = bpf_get_prandom_u32();
    if (i <= -64 || i >= 64)
        return 0;
    if (i < 0)
        i = -i;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int equal_to_a_bounded_number(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 a = bpf_get_prandom_u32();
    u32 b = bpf_get_prandom_u32() & 63;
    if (a != b)
        return 0;
    barrier_var(a);
    value->bytes[a] = 1;
    return 0;
}

SEC("tc")
int bound_of_a_sum(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 a = bpf_get_prandom_u32();
    u32 b = a + 5;
    if (b > 60 || b < 5)
        return 0;
    value->bytes[a] = 1;
    return 0;
}

SEC("tc")
int difference_of_compared_numbers(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 a = bpf_get_prandom_u32() & 63;
    u32 b = bpf_get_prandom_u32() & 63;
    if (a < b)
        return 0;
    value->bytes[a - b] = 1;
    return 0;
}

SEC("tc")
int auto_layout_out_of_bounds(struct __sk_buff *skb)
{
    volatile struct auto_layout s[2] = {};
    int i = 5;
    barrier_var(i);
    s[i].a = bpf_get_prandom_u32();
    return s[0].b;
}

SEC("tc")
int bool_as_index(struct __sk_buff *skb)
{
    u32 key = 0;
    struct flags *value = bpf_map_lookup_elem(&flags_map, &key);
    if (!value)
        return 0;
    u8 buffer[2] = {};
    u8 *q = buffer;
    barrier_var(q);
    return q[*(u8 *)&value->f];
}

SEC("tc")
int bound_of_the_lowest_byte(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    u8 *q = buffer;
    barrier_var(q);
    u32 a = bpf_get_prandom_u32();
    if ((a & 0xff) >= 10)
        return 0;
    count = a;
    return q[a & 63];
}

SEC("tc")
int unsigned_comparison_of_a_signed_number(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int i = bpf_get_prandom_u32();
    if ((u32)i < 64)
        value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int difference_to_a_constant(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 a = bpf_ktime_get_ns();
    if (a < 100 || a > 163)
        return 0;
    value->bytes[a - 100] = 1;
    return 0;
}

SEC("tc")
int bound_by_switch(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 a = bpf_get_prandom_u32();
    switch (a) {
    case 1:
    case 5:
    case 63:
        value->bytes[a] = 1;
        break;
    }
    return 0;
}

SEC("tc")
int bound_by_pattern(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int a = bpf_get_prandom_u32();
    if (a >= 0 && a < 64)
        value->bytes[a] = 1;
    return 0;
}

SEC("tc")
int bound_by_conditional_expression(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 a = bpf_get_prandom_u32();
    value->bytes[a < 64 ? a : 0] = 1;
    return 0;
}

SEC("tc")
int clamped(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int a = bpf_get_prandom_u32();
    value->bytes[a < 0 ? 0 : a > 63 ? 63 : a] = 1;
    return 0;
}

SEC("tc")
int absolute_value_of_a_remainder(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int a = (int)bpf_get_prandom_u32() % 64;
    if (a < 0)
        a = -a;
    value->bytes[a] = 1;
    return 0;
}

SEC("tc")
int short_index(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    s16 a = bpf_get_prandom_u32();
    if (a < 0 || a >= 64)
        return 0;
    value->bytes[a] = 1;
    return 0;
}

SEC("tc")
int or_of_masked_numbers(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 a = (bpf_get_prandom_u32() & 31) | (bpf_get_prandom_u32() & 48);
    value->bytes[a] = 1;
    return 0;
}

SEC("tc")
int xor_of_masked_numbers(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 a = (bpf_get_prandom_u32() & 31) ^ (bpf_get_prandom_u32() & 63);
    value->bytes[a] = 1;
    return 0;
}

SEC("tc")
int rotated_and_masked(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 a = bpf_get_prandom_u32();
    u32 i = (a << 5 | a >> 27) & 63;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int multiplicative_hash(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 i = (bpf_get_prandom_u32() * 2654435761u) >> 26;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int shifted_right(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 i = bpf_ktime_get_ns() >> 58;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int shifted_right_arithmetically(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    s64 i = ((s64)bpf_ktime_get_ns() >> 59) + 16;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int negated(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int i = -(int)(bpf_get_prandom_u32() & 63) + 63;
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int complement(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 i = ~(bpf_get_prandom_u32() | 0xffffffc0u);
    value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int divided_by_a_negative_number(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int i = ((int)(bpf_get_prandom_u32() & 127) - 64) / -2 + 32;
    if (i < 0)
        return 0;
    value->bytes[i] = 1;
    return 0;
}
