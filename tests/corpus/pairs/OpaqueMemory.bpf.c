#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct guarded {
    struct bpf_spin_lock held;
    int number;
    s64 sum;
};

struct middle {
    u8 head[4];
    struct bpf_spin_lock held;
    u8 tail[24];
};

MAP_OF(HASH, guarded, u32, struct guarded);
MAP_OF(HASH, middles, u32, struct middle);
MAP_OF(HASH, counts, u32, u64);
RING_BUFFER(events, 4096);

SEC("tc")
int element_copied_to_update(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    key = 3;
    bpf_map_update_elem(&guarded, &key, value, 0);
    return 0;
}

SEC("tc")
int helper_fills_all(struct __sk_buff *skb)
{
    u32 key = 0;
    struct middle *value = bpf_map_lookup_elem(&middles, &key);
    if (!value)
        return 0;
    bpf_probe_read_kernel(value, sizeof(*value), (void *)123);
    return 0;
}

SEC("tc")
int helper_fills_up_to_it(struct __sk_buff *skb)
{
    u32 key = 0;
    struct middle *value = bpf_map_lookup_elem(&middles, &key);
    if (!value)
        return 0;
    bpf_probe_read_kernel(value, 4, (void *)123);
    return 0;
}

SEC("tc")
int helper_fills_a_byte_of_it(struct __sk_buff *skb)
{
    u32 key = 0;
    struct middle *value = bpf_map_lookup_elem(&middles, &key);
    if (!value)
        return 0;
    bpf_probe_read_kernel(value, 5, (void *)123);
    return 0;
}

SEC("tc")
int helper_fills_what_is_behind(struct __sk_buff *skb)
{
    u32 key = 0;
    struct middle *value = bpf_map_lookup_elem(&middles, &key);
    if (!value)
        return 0;
    bpf_probe_read_kernel(value->tail, 24, (void *)123);
    return 0;
}

SEC("tc")
int helper_fills_at_most_three(struct __sk_buff *skb)
{
    u32 key = 0;
    struct middle *value = bpf_map_lookup_elem(&middles, &key);
    if (!value)
        return 0;
    bpf_probe_read_kernel(value, bpf_get_prandom_u32() & 3, (void *)123);
    return 0;
}

SEC("tc")
int helper_fills_at_most_seven(struct __sk_buff *skb)
{
    u32 key = 0;
    struct middle *value = bpf_map_lookup_elem(&middles, &key);
    if (!value)
        return 0;
    bpf_probe_read_kernel(value, bpf_get_prandom_u32() & 7, (void *)123);
    return 0;
}

SEC("tc")
int helper_reads_all(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_ringbuf_output(&events, value, sizeof(*value), 0);
    return 0;
}

SEC("tc")
int helper_reads_what_is_behind(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_ringbuf_output(&events, &value->number, 12, 0);
    return 0;
}

SEC("tc")
int lock_as_a_key(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    return bpf_map_lookup_elem(&counts, &value->held) ? 1 : 0;
}

SEC("tc")
int values_compared(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    key = 1;
    struct guarded *other = bpf_map_lookup_elem(&guarded, &key);
    if (!other)
        return 0;
    return __builtin_memcmp(value, other, 16) == 0;
}

SEC("tc")
int what_is_behind_compared(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    key = 1;
    struct guarded *other = bpf_map_lookup_elem(&guarded, &key);
    if (!other)
        return 0;
    return __builtin_memcmp(&value->number, &other->number, 12) == 0;
}

SEC("tc")
int dynptr_over_all(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    struct bpf_dynptr ptr;
    bpf_dynptr_from_mem(value, sizeof(*value), 0, &ptr);
    return 0;
}

SEC("tc")
int dynptr_over_what_is_behind(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    struct bpf_dynptr ptr;
    bpf_dynptr_from_mem(&value->number, 12, 0, &ptr);
    return 0;
}

SEC("tc")
int slice_copied_over_it(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    struct bpf_dynptr packet;
    bpf_dynptr_from_skb(skb, 0, &packet);
    u8 *slice = bpf_dynptr_slice(&packet, 0, value, 16);
    return slice ? slice[0] : 0;
}

SEC("tc")
int slice_copied_behind_it(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    struct bpf_dynptr packet;
    bpf_dynptr_from_skb(skb, 0, &packet);
    u8 *slice = bpf_dynptr_slice(&packet, 0, &value->number, 12);
    return slice ? slice[0] : 0;
}

__noinline int element_given_to_a_global_function__use(struct guarded *value)
{
    if (!value)
        return 0;
    return value->number > 3;
}

SEC("tc")
int element_given_to_a_global_function(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    return element_given_to_a_global_function__use(value);
}

__noinline int neighbour_given_to_a_global_function__use(int *number)
{
    if (!number)
        return 0;
    return *number > 3;
}

SEC("tc")
int neighbour_given_to_a_global_function(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    return neighbour_given_to_a_global_function__use(&value->number);
}

SEC("tc")
int element_made_on_the_stack(struct __sk_buff *skb)
{
    u32 key = 3;
    struct guarded made = { .number = 4 };
    bpf_map_update_elem(&guarded, &key, &made, 0);
    return 0;
}
