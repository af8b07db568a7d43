#include "pairs.h"

char _license[] SEC("license") = "GPL";

MAP_OF(ARRAY, blocks, u32, struct bytes64);

SEC("tc")
int counted_index_beside_the_iterator(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 c = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        if (c < 64)
            value->bytes[c] = 1;
        c++;
    }
    return 0;
}

SEC("tc")
int counted_index_up_to_a_constant(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 c = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        if (c >= 64)
            break;
        value->bytes[c] = 1;
        c++;
    }
    return 0;
}

SEC("tc")
int masked_counter_beside_the_iterator(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 c = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        value->bytes[c & 63] = 1;
        c++;
    }
    return 0;
}

SEC("tc")
int counter_that_comes_round_again(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 c = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        value->bytes[c] = 1;
        c = (c + 1) & 63;
    }
    return 0;
}

SEC("tc")
int round_told_by_a_counter(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 c = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        if (c == 10)
            value->bytes[0] = 1;
        c++;
    }
    return 0;
}

SEC("tc")
int round_told_by_the_iterator(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int x;
    bpf_for(x, 0, 100)
    {
        if (x == 10)
            value->bytes[0] = 1;
    }
    return 0;
}

SEC("tc")
int counter_compared_with_what_is_unknown(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 r = bpf_get_prandom_u32();
    u32 c = 0, hits = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        if (c > r)
            hits++;
        c++;
    }
    value->bytes[1] = hits;
    return 0;
}

SEC("tc")
int counter_that_is_stored(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 c = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        value->bytes[0] = c;
        c++;
    }
    return 0;
}

SEC("tc")
int counter_as_an_offset_of_a_read(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u32 c = 0;
    int x;
    u64 word;
    if (bpf_dynptr_from_skb(skb, 0, &ptr))
        return 0;
    bpf_for(x, 0, 100)
    {
        bpf_dynptr_read(&word, 8, &ptr, c, 0);
        c++;
    }
    return 0;
}

SEC("tc")
int counter_as_the_size_of_a_read(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u32 c = 0;
    int x;
    u8 bytes[8];
    if (bpf_dynptr_from_skb(skb, 0, &ptr))
        return 0;
    bpf_for(x, 0, 100)
    {
        bpf_dynptr_read(bytes, c & 7, &ptr, 0, 0);
        c++;
    }
    return 0;
}

SEC("tc")
int counter_tested_after_the_loop(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 c = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        c++;
    }
    if (c < 64)
        value->bytes[c] = 1;
    return 0;
}

SEC("cgroup_skb/ingress")
int counter_that_is_returned(struct __sk_buff *skb)
{
    u32 c = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        c++;
    }
    return c & 1;
}

SEC("xdp")
int counter_that_any_result_may_be(struct xdp_md *xdp)
{
    u32 c = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        c++;
    }
    return c & 1;
}

static __noinline void put(struct bytes64 *value, u32 at)
{
    value->bytes[at & 63] = 1;
}

SEC("tc")
int counter_given_to_a_function(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 c = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        put(value, c);
        c++;
    }
    return 0;
}

SEC("tc")
int number_given_to_a_function_beside_the_iterator(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int x;
    bpf_for(x, 0, 100)
    {
        put(value, bpf_get_prandom_u32());
    }
    return 0;
}

SEC("tc")
int sum_of_rounds_as_an_index(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 c = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        c += value->bytes[3];
        value->bytes[c & 63] = 1;
    }
    return 0;
}

SEC("tc")
int counted_in_some_rounds(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 c = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        if (bpf_get_prandom_u32() & 1)
            c++;
        value->bytes[c & 63] = 1;
    }
    return 0;
}

SEC("tc")
int largest_of_what_was_seen(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 largest = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        u32 r = bpf_get_prandom_u32();
        if (r > largest)
            largest = r;
    }
    value->bytes[largest & 63] = 1;
    return 0;
}

SEC("tc")
int number_of_the_round_before(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 last = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        value->bytes[last & 63] = 1;
        last = x;
    }
    return 0;
}

SEC("tc")
int counted_down_beside_the_iterator(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 c = 64;
    int x;
    bpf_for(x, 0, 100)
    {
        if (c > 0) {
            c--;
            value->bytes[c] = 1;
        }
    }
    return 0;
}

SEC("tc")
int flag_beside_the_iterator(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    bool on = false;
    int x;
    bpf_for(x, 0, 100)
    {
        on = !on;
        if (on)
            value->bytes[0] = 1;
    }
    return 0;
}

SEC("tc")
int rounds_of_a_loop_inside_the_iterator(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u32 c = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        for (u32 j = 0; j < (c & 3); j++)
            value->bytes[j]++;
        c++;
    }
    return 0;
}
