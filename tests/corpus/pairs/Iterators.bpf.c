#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 4);
    __type(key, u32);
    __type(value, struct bytes64);
} blocks SEC(".maps");

static u32 last;
static u64 total;

SEC("tc")
int value_after_destroy(struct __sk_buff *skb)
{
    struct bpf_iter_num iterator;
    int *v;
    bpf_iter_num_new(&iterator, 0, 4);
    v = bpf_iter_num_next(&iterator);
    if (!v) {
        bpf_iter_num_destroy(&iterator);
        return 0;
    }
    bpf_iter_num_destroy(&iterator);
    return *v;
}

SEC("tc")
int value_of_the_previous_round(struct __sk_buff *skb)
{
    struct bpf_iter_num iterator;
    int *v, *w;
    int s = 0;
    bpf_iter_num_new(&iterator, 0, 4);
    v = bpf_iter_num_next(&iterator);
    if (v) {
        w = bpf_iter_num_next(&iterator);
        if (w)
            s = *v + *w;
    }
    bpf_iter_num_destroy(&iterator);
    return s;
}

SEC("tc")
int counter_beside_the_iterator(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int i = 0;
    int x;
    bpf_for(x, 0, 100)
    {
        if (i < 64)
            value->bytes[i++] = 1;
    }
    return 0;
}

SEC("tc")
int counter_without_bound(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int i = 0;
    int x;
    bpf_for(x, 0, 60)
    {
        value->bytes[i++] = 1;
    }
    return 0;
}

SEC("tc")
int index_of_the_iterator(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int x;
    bpf_for(x, 0, 64)
    {
        value->bytes[x] = 1;
    }
    return 0;
}

SEC("tc")
int iterator_up_to_a_bounded_number(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int count = (int)(bpf_get_prandom_u32() & 63);
    int x;
    bpf_for(x, 0, count)
    {
        value->bytes[x] = 1;
    }
    return 0;
}

SEC("tc")
int iterator_up_to_a_number_out_of_bounds(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int count = (int)(bpf_get_prandom_u32() & 127);
    int x;
    bpf_for(x, 0, count)
    {
        value->bytes[x] = 1;
    }
    return 0;
}

SEC("tc")
int iterator_from_a_bounded_number(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int first = (int)(bpf_get_prandom_u32() & 31);
    int x;
    bpf_for(x, first, first + 32)
    {
        value->bytes[x] = 1;
    }
    return 0;
}

SEC("tc")
int iterator_from_a_number_below_zero(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int first = (int)(bpf_get_prandom_u32() & 31) - 1;
    int x;
    bpf_for(x, first, first + 32)
    {
        value->bytes[x] = 1;
    }
    return 0;
}

SEC("tc")
int counted_rounds_in_an_enumeration(struct __sk_buff *skb)
{
    int x;
    bpf_for(x, 0, 64)
    {
        for (int i = 0; i < 20; i++) {
            if (last > 63)
                last = bpf_get_prandom_u32();
            total++;
        }
    }
    return 0;
}

SEC("tc")
int rounds_that_count_nothing_in_an_enumeration(struct __sk_buff *skb)
{
    int x;
    bpf_for(x, 0, 64)
    {
        for (volatile int i = 0; i < 20; total++) {
            if (last > 63)
                last = bpf_get_prandom_u32();
        }
    }
    return 0;
}

SEC("tc")
int enumeration_in_rounds_that_count_nothing(struct __sk_buff *skb)
{
    int x;
    for (volatile int i = 0; i < 20; total++) {
        bpf_for(x, 0, 64)
        {
            if (last > 63)
                last = bpf_get_prandom_u32();
        }
    }
    return 0;
}

SEC("tc")
int enumeration_in_rounds_that_change_nothing(struct __sk_buff *skb)
{
    int x;
    u32 rest = bpf_get_prandom_u32() & 15;
    while (rest != 0) {
        bpf_for(x, 0, 32)
        {
            if (last > 63)
                last = bpf_get_prandom_u32();
        }
        total++;
    }
    return 0;
}

SEC("tc")
int enumeration_in_rounds_that_count_down(struct __sk_buff *skb)
{
    int x;
    u32 rest = bpf_get_prandom_u32() & 15;
    while (rest != 0) {
        bpf_for(x, 0, 32)
        {
            if (last > 63)
                last = bpf_get_prandom_u32();
        }
        rest--;
    }
    return 0;
}
