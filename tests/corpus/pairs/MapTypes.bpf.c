#include "pairs.h"

char _license[] SEC("license") = "GPL";

#define KEYLESS(kind, name)                                                                                            \
    struct {                                                                                                           \
        __uint(type, BPF_MAP_TYPE_##kind);                                                                             \
        __uint(max_entries, 4);                                                                                        \
        __type(value, u64);                                                                                            \
    } name SEC(".maps")

KEYLESS(QUEUE, queue);
KEYLESS(STACK, stack);
KEYLESS(BLOOM_FILTER, filter);
struct {
    __uint(type, BPF_MAP_TYPE_LPM_TRIE);
    __uint(max_entries, 4);
    __uint(map_flags, BPF_F_NO_PREALLOC);
    __type(key, u64);
    __type(value, u64);
} routes SEC(".maps");
MAP_OF(PERCPU_HASH, counts, u32, u64);
MAP_OF(LRU_PERCPU_HASH, recent, u32, u64);
MAP_OF(PERCPU_ARRAY, totals, u32, u64);

SEC("tc")
int element_of_a_queue(struct __sk_buff *skb)
{
    u64 value;
    return bpf_map_pop_elem(&queue, &value) == 0 ? value & 3 : 0;
}

SEC("tc")
int element_of_a_stack_as_index(struct __sk_buff *skb)
{
    u64 value;
    struct bytes64 block = {};
    bpf_map_peek_elem(&stack, &value);
    barrier_var(value);
    return *(volatile u8 *)&block.bytes[value & 63];
}

SEC("tc")
int element_of_a_stack_as_index_too_far(struct __sk_buff *skb)
{
    u64 value;
    struct bytes64 block = {};
    bpf_map_peek_elem(&stack, &value);
    barrier_var(value);
    return *(volatile u8 *)&block.bytes[value & 127];
}

SEC("tc")
int packet_pushed(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 8 > end)
        return 0;
    return bpf_map_push_elem(&queue, data, 0);
}

SEC("tc")
int popped_into_a_packet(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 8 > end)
        return 0;
    return bpf_map_pop_elem(&queue, data);
}

SEC("tc")
int packet_asked_of_a_filter(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 8 > end)
        return 0;
    return bpf_map_peek_elem(&filter, data);
}

SEC("tc")
int copy_asked_of_a_filter(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 8 > end)
        return 0;
    u64 value = *(u64 *)data;
    return bpf_map_peek_elem(&filter, &value);
}

SEC("syscall")
int queue_where_programs_sleep(int *ctx)
{
    u64 value = 1;
    return bpf_map_push_elem(&queue, &value, 0);
}

SEC("syscall")
int filter_where_programs_sleep(int *ctx)
{
    u64 value = 1;
    return bpf_map_push_elem(&filter, &value, 0);
}

SEC("syscall")
int trie_where_programs_sleep(int *ctx)
{
    u64 key = 1;
    return bpf_map_lookup_elem(&routes, &key) == NULL;
}

SEC("tc")
int route_is_tested(struct __sk_buff *skb)
{
    u64 key = 1, *value = bpf_map_lookup_elem(&routes, &key);
    return value ? *value & 3 : 0;
}

SEC("tc")
int route_is_not_tested(struct __sk_buff *skb)
{
    u64 key = 1, *value = bpf_map_lookup_elem(&routes, &key);
    return *value & 3;
}

SEC("tc")
int value_of_a_processor_is_tested(struct __sk_buff *skb)
{
    u32 key = 1;
    u64 *value = bpf_map_lookup_percpu_elem(&counts, &key, skb->len);
    return value ? *value & 3 : 0;
}

SEC("tc")
int value_of_a_processor_is_not_tested(struct __sk_buff *skb)
{
    u32 key = 1;
    u64 *value = bpf_map_lookup_percpu_elem(&recent, &key, 0);
    return *value & 3;
}

SEC("tc")
int first_value_of_a_processor_is_not_tested(struct __sk_buff *skb)
{
    u32 key = 0;
    u64 *value = bpf_map_lookup_percpu_elem(&totals, &key, 0);
    return *value & 3;
}

SEC("tc")
int first_value_of_this_processor_is_not_tested(struct __sk_buff *skb)
{
    u32 key = 0;
    u64 *value = bpf_map_lookup_elem(&totals, &key);
    return *value & 3;
}
