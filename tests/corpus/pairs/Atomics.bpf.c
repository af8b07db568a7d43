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
u8 globals[64];

struct packed_record {
    u8 kind;
    u64 time;
    u64 rest;
} __attribute__((packed));

struct header {
    u8 version;
    u8 tos;
    u16 length;
    u32 id;
};

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
int second_element_without_null_test(struct __sk_buff *skb)
{
    u32 key = 1;
    u64 *value = bpf_map_lookup_elem(&numbers, &key);
    return (int)*value;
}

SEC("tc")
int first_element_without_null_test(struct __sk_buff *skb)
{
    u32 key = 0;
    u64 *value = bpf_map_lookup_elem(&numbers, &key);
    return (int)*value;
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

SEC("tc")
int misaligned_load_from_the_stack(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    bpf_get_current_comm(buffer, sizeof(buffer));
    return *(volatile int *)(buffer + 2);
}

SEC("tc")
int aligned_load_from_the_stack(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    bpf_get_current_comm(buffer, sizeof(buffer));
    return *(volatile int *)(buffer + 4);
}

SEC("tc")
int unaligned_store_to_the_stack(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    u64 now = bpf_ktime_get_ns();
    __builtin_memcpy(buffer + 1, &now, sizeof(now));
    bpf_ringbuf_output(&ringbuf, buffer, sizeof(buffer), 0);
    return 0;
}

SEC("tc")
int unaligned_load_from_the_stack(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    bpf_get_current_comm(buffer, sizeof(buffer));
    int result;
    __builtin_memcpy(&result, buffer + 1, sizeof(result));
    return result;
}

SEC("tc")
int store_at_every_fourth_byte(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    u64 i = skb->len;
    barrier_var(i);
    i &= 12;
    *(volatile u32 *)(buffer + i) = 1;
    bpf_ringbuf_output(&ringbuf, buffer, sizeof(buffer), 0);
    return 0;
}

SEC("tc")
int store_at_any_byte(struct __sk_buff *skb)
{
    u64 words[2] = {};
    u8 *buffer = (u8 *)words;
    u64 i = skb->len;
    barrier_var(i);
    i &= 7;
    barrier_var(buffer);
    *(volatile u32 *)(buffer + i) = 1;
    bpf_ringbuf_output(&ringbuf, words, sizeof(words), 0);
    return 0;
}

SEC("tc")
int packed_record_on_the_stack(struct __sk_buff *skb)
{
    struct packed_record record = {};
    record.time = bpf_ktime_get_ns();
    bpf_ringbuf_output(&ringbuf, &record, sizeof(record), 0);
    return 0;
}

SEC("tc")
int packed_record_in_a_buffer(struct __sk_buff *skb)
{
    u8 buffer[32] = {};
    ((struct packed_record *)(buffer + 14))->time = bpf_ktime_get_ns();
    bpf_ringbuf_output(&ringbuf, buffer, sizeof(buffer), 0);
    return 0;
}

SEC("tc")
int header_at_an_odd_place(struct __sk_buff *skb)
{
    u8 buffer[32] = {};
    *(volatile u32 *)&((struct header *)(buffer + 14))->id = bpf_get_prandom_u32();
    bpf_ringbuf_output(&ringbuf, buffer, sizeof(buffer), 0);
    return 0;
}

SEC("tc")
int header_at_an_even_place(struct __sk_buff *skb)
{
    u8 buffer[32] = {};
    *(volatile u32 *)&((struct header *)(buffer + 16))->id = bpf_get_prandom_u32();
    bpf_ringbuf_output(&ringbuf, buffer, sizeof(buffer), 0);
    return 0;
}

SEC("tc")
int atomic_at_any_byte_of_a_map(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 i = skb->len;
    barrier_var(i);
    i &= 31;
    __sync_fetch_and_add((u32 *)(value->bytes + i), 1);
    return 0;
}

SEC("tc")
int aligned_atomic_on_the_stack(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    barrier_var(buffer[0]);
    __sync_fetch_and_add((u64 *)(buffer + 8), 1);
    bpf_ringbuf_output(&ringbuf, buffer, sizeof(buffer), 0);
    return 0;
}

SEC("tc")
int misaligned_atomic_in_a_global(struct __sk_buff *skb)
{
    __sync_fetch_and_add((u32 *)(globals + 2), 1);
    return globals[5];
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
