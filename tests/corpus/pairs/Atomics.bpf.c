#include "pairs.h"

char _license[] SEC("license") = "GPL";

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
    __type(value, struct bytes64);
} blocks SEC(".maps");

int shared;

SEC("tc")
int misaligned_store_to_the_stack(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    *(volatile u64 *)(buffer + 1) = bpf_ktime_get_ns();
    bpf_ringbuf_output(&ringbuf, buffer, 16, 0);
    return 0;
}

SEC("tc")
int volatile_global(struct __sk_buff *skb)
{
    int x = *(volatile int *)&shared;
    *(volatile int *)&shared = x + 1;
    return 0;
}

SEC("tc")
int atomic_addition(struct __sk_buff *skb)
{
    u32 key = 0;
    u64 *value = bpf_map_lookup_elem(&numbers, &key);
    if (!value)
        return 0;
    __sync_fetch_and_add(value, 1);
    return 0;
}

SEC("tc")
int atomic_addition_without_null_test(struct __sk_buff *skb)
{
    u32 key = 0;
    u64 *value = bpf_map_lookup_elem(&numbers, &key);
    __sync_fetch_and_add(value, 1);
    return 0;
}

SEC("tc")
int aligned_store_to_the_stack(struct __sk_buff *skb)
{
    u64 words[2] = {};
    u8 *buffer = (u8 *)words;
    *(volatile u64 *)(buffer + 8) = bpf_ktime_get_ns();
    bpf_ringbuf_output(&ringbuf, buffer, 16, 0);
    return 0;
}

SEC("tc")
int misaligned_store_to_a_map_value(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    *(volatile u64 *)(value->bytes + 1) = 1;
    return 0;
}

SEC("tc")
int misaligned_atomic_addition(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    __sync_fetch_and_add((u64 *)(value->bytes + 4), 1);
    return 0;
}

SEC("tc")
int aligned_atomic_addition(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    __sync_fetch_and_add((u64 *)(value->bytes + 8), 1);
    return 0;
}

SEC("tc")
int misaligned_atomic_addition_on_the_stack(struct __sk_buff *skb)
{
    u64 words[2] = {};
    u8 *buffer = (u8 *)words;
    __sync_fetch_and_add((u64 *)(buffer + 4), 1);
    return buffer[4];
}

SEC("tc")
int atomic_exchange_of_four_bytes(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    __sync_lock_test_and_set((u32 *)(value->bytes + 4), 1);
    return 0;
}

#ifdef REFUSED_BY_CLANG

SEC("tc")
int atomic_byte(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    __sync_lock_test_and_set(&value->bytes[3], 1);
    return 0;
}

#endif
