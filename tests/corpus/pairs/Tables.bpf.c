#include "pairs.h"

char _license[] SEC("license") = "GPL";

RING_BUFFER(ringbuf, 4096);
MAP_OF(HASH, blocks, u32, struct bytes64);

struct bytes64 block;

static const u8 numbers_of_bytes[] = { 1, 2, 3, 64 };
static const int numbers[] = { -2, 61, 70, 0 };
static const u32 keys[] = { 1, 2, 300, 4 };

static __noinline const u8 *get_bytes(void)
{
    return numbers_of_bytes;
}

static __noinline const int *get_numbers(void)
{
    return numbers;
}

static __noinline const u32 *get_keys(void)
{
    return keys;
}

SEC("tc")
int number_of_a_table(struct __sk_buff *skb)
{
    return get_bytes()[bpf_get_prandom_u32() & 3];
}

SEC("tc")
int number_outside_of_a_table(struct __sk_buff *skb)
{
    return get_bytes()[bpf_get_prandom_u32() & 255];
}

SEC("tc")
int number_of_a_table_as_index(struct __sk_buff *skb)
{
    u32 i = 2;
    barrier_var(i);
    block.bytes[get_bytes()[i]] = 1;
    return 0;
}

SEC("tc")
int number_of_a_table_as_index_too_far(struct __sk_buff *skb)
{
    u32 i = 3;
    barrier_var(i);
    block.bytes[get_bytes()[i]] = 1;
    return 0;
}

SEC("tc")
int any_number_of_a_table_as_index(struct __sk_buff *skb)
{
    u32 i = bpf_get_prandom_u32() & 1;
    block.bytes[get_bytes()[i]] = 1;
    return 0;
}

SEC("tc")
int any_number_of_a_table_masked_as_index(struct __sk_buff *skb)
{
    u32 i = bpf_get_prandom_u32() & 1;
    block.bytes[get_bytes()[i] & 63] = 1;
    return 0;
}

SEC("tc")
int negative_number_of_a_table_as_index(struct __sk_buff *skb)
{
    for (u32 i = 0; i < 2; i++) {
        barrier_var(i);
        block.bytes[get_numbers()[i] + 2] = 1;
    }
    return 0;
}

SEC("tc")
int negative_number_of_a_table_as_index_too_far(struct __sk_buff *skb)
{
    for (u32 i = 0; i < 3; i++) {
        barrier_var(i);
        block.bytes[get_numbers()[i] + 2] = 1;
    }
    return 0;
}

SEC("tc")
int table_of_a_method_as_key(struct __sk_buff *skb)
{
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, get_keys() + (bpf_get_prandom_u32() & 3));
    return value ? value->bytes[0] : 0;
}

SEC("tc")
int end_of_a_table_as_key(struct __sk_buff *skb)
{
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, get_keys() + (bpf_get_prandom_u32() & 7));
    return value ? value->bytes[0] : 0;
}

SEC("tc")
int table_sent(struct __sk_buff *skb)
{
    bpf_ringbuf_output(&ringbuf, (void *)get_numbers(), sizeof(numbers), 0);
    return 0;
}

SEC("tc")
int table_written_into_a_packet(struct __sk_buff *skb)
{
    static const u8 bytes[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
    struct bpf_dynptr ptr;
    bpf_dynptr_from_skb(skb, 0, &ptr);
    bpf_dynptr_write(&ptr, 0, (void *)bytes, sizeof(bytes), 0);
    return 0;
}

SEC("tc")
int table_written(struct __sk_buff *skb)
{
    *(volatile u8 *)get_bytes() = 1;
    return 0;
}

SEC("tc")
int span_of_a_number_that_varies_written(struct __sk_buff *skb)
{
    u8 bytes[] = { bpf_get_prandom_u32(), 2 };
    *(volatile u8 *)bytes = 1;
    return bytes[0];
}
