#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct pointer_and_number {
    u64 *p;
    u64 v;
};

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 4096);
} ringbuf SEC(".maps");

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
    __type(value, struct pointer_and_number);
} pointers SEC(".maps");

SEC("tc")
int pointer_from_map(struct __sk_buff *skb)
{
    u32 key = 0;
    struct pointer_and_number *value = bpf_map_lookup_elem(&pointers, &key);
    if (!value)
        return 0;
    *value->p = 1;
    return 0;
}

SEC("tc")
int pointer_from_number(struct __sk_buff *skb)
{
    u64 x = bpf_ktime_get_ns();
    *(volatile u64 *)x = 1;
    return 0;
}

SEC("tc")
int pointer_from_union(struct __sk_buff *skb)
{
    union {
        u64 *p;
        u64 v;
    } u;
    u.v = bpf_ktime_get_ns();
    *(volatile u64 *)u.p = 1;
    return 0;
}

SEC("tc")
int pointer_from_stack_array_out_of_bounds(struct __sk_buff *skb)
{
    u32 key = 0;
    u64 *value = bpf_map_lookup_elem(&numbers, &key);
    if (!value)
        return 0;
    u64 *addresses[2];
    addresses[0] = value;
    addresses[0][5] = 1;
    return 0;
}

SEC("tc")
int null_reference(struct __sk_buff *skb)
{
    volatile u64 *r;
    u64 z = 0;
    barrier_var(z);
    r = (void *)z;
    *r = 1;
    return 0;
}

SEC("tc")
int pointer_from_record(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 16, 0, &ptr);
    struct pointer_and_number *slice = bpf_dynptr_data(&ptr, 0, 16);
    if (slice)
        *slice->p = 1;
    bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int pointer_of_a_map_value_on_the_stack(struct __sk_buff *skb)
{
    u32 key = 0;
    u64 *value = bpf_map_lookup_elem(&numbers, &key);
    if (!value)
        return 0;
    u64 *addresses[2];
    addresses[0] = value;
    *addresses[0] = 1;
    return 0;
}

SEC("tc")
int pointer_of_zero_on_the_stack(struct __sk_buff *skb)
{
    u64 *addresses[2] = {};
    u64 *volatile *all = addresses;
    *all[1] = 1;
    return 0;
}

SEC("tc")
int number_read_through_a_pointer_from_a_map(struct __sk_buff *skb)
{
    u32 key = 0;
    struct pointer_and_number *value = bpf_map_lookup_elem(&pointers, &key);
    if (!value)
        return 0;
    return *value->p;
}

SEC("tc")
int number_beside_the_pointer_from_a_map(struct __sk_buff *skb)
{
    u32 key = 0;
    struct pointer_and_number *value = bpf_map_lookup_elem(&pointers, &key);
    if (!value)
        return 0;
    return value->v;
}

SEC("tc")
int slice_of_nowhere(struct __sk_buff *skb)
{
    u64 *slice;
    barrier_var(slice);
    *slice = 1;
    return 0;
}

SEC("tc")
int number_given_as_memory(struct __sk_buff *skb)
{
    u64 x = bpf_ktime_get_ns();
    bpf_skb_load_bytes(skb, 0, (void *)x, 8);
    return 0;
}

SEC("tc")
int pointer_from_map_given_as_memory(struct __sk_buff *skb)
{
    u32 key = 0;
    struct pointer_and_number *value = bpf_map_lookup_elem(&pointers, &key);
    if (!value)
        return 0;
    bpf_skb_load_bytes(skb, 0, value->p, 8);
    return 0;
}
