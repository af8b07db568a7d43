#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct numbers {
    u32 n[8];
};

struct bytes64 block;
u32 count;
struct numbers table;

MAP_OF(HASH, blocks, u32, struct bytes64);

SEC("tc")
int bounded_number_in_a_buffer(struct __sk_buff *skb)
{
    u64 numbers[4] = {};
    numbers[0] = bpf_get_prandom_u32() & 7;
    numbers[1] = 1;
    block.bytes[numbers[0]] = 1;
    return 0;
}

SEC("tc")
int bounded_short_numbers_in_a_buffer(struct __sk_buff *skb)
{
    u32 numbers[4] = {};
    numbers[0] = bpf_get_prandom_u32() & 7;
    numbers[1] = numbers[0] + 1;
    block.bytes[numbers[1]] = 1;
    return 0;
}

SEC("tc")
int bounded_bytes_in_a_buffer(struct __sk_buff *skb)
{
    u8 numbers[16] = {};
    numbers[0] = bpf_get_prandom_u32() & 7;
    numbers[1]++;
    block.bytes[numbers[0]] = numbers[1];
    return 0;
}

SEC("tc")
int tested_number_in_a_buffer(struct __sk_buff *skb)
{
    u32 numbers[4] = {};
    numbers[2] = bpf_get_prandom_u32();
    if (numbers[2] < 64)
        block.bytes[numbers[2]] = 1;
    return 0;
}

SEC("tc")
int any_number_in_a_buffer(struct __sk_buff *skb)
{
    u64 numbers[4] = {};
    numbers[0] = bpf_get_prandom_u32();
    numbers[1] = 7;
    block.bytes[numbers[0]] = 1;
    return 0;
}

SEC("tc")
int any_element_of_a_buffer(struct __sk_buff *skb)
{
    u64 numbers[4] = {};
    numbers[0] = bpf_get_prandom_u32() & 7;
    numbers[1] = 5;
    block.bytes[numbers[bpf_get_prandom_u32() & 3]] = 1;
    return 0;
}

SEC("tc")
int back_from_the_middle_of_a_map_value(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    u8 *middle;
    if (!value)
        return 0;
    middle = &value->bytes[16];
    barrier_var(middle);
    middle[-16] = middle[3];
    return 0;
}

SEC("tc")
int back_too_far_from_the_middle_of_a_map_value(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    u8 *middle;
    if (!value)
        return 0;
    middle = &value->bytes[16];
    barrier_var(middle);
    middle[-17] = middle[3];
    return 0;
}

SEC("tc")
int back_from_the_middle_of_a_variable(struct __sk_buff *skb)
{
    u32 *middle = &table.n[4];
    barrier_var(middle);
    middle[-1] = 3;
    return middle[-4];
}

SEC("tc")
int back_from_any_place_of_a_map_value(struct __sk_buff *skb)
{
    u32 key = 0, i;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    u8 *place;
    if (!value)
        return 0;
    i = bpf_get_prandom_u32() & 31;
    if (i < 8)
        return 0;
    place = &value->bytes[i];
    barrier_var(place);
    place[-8] = 3;
    return 0;
}

SEC("tc")
int back_too_far_from_any_place_of_a_map_value(struct __sk_buff *skb)
{
    u32 key = 0, i;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    u8 *place;
    if (!value)
        return 0;
    i = bpf_get_prandom_u32() & 31;
    if (i < 7)
        return 0;
    place = &value->bytes[i];
    barrier_var(place);
    place[-8] = 3;
    return 0;
}

SEC("tc")
int number_that_a_buffer_begins_with(struct __sk_buff *skb)
{
    int numbers[] = { 5, 10, 63 };
    block.bytes[numbers[2]] = 1;
    return 0;
}

SEC("tc")
int number_that_a_collection_begins_with(struct __sk_buff *skb)
{
    int numbers[] = { 5, 10, bpf_get_prandom_u32() & 63 };
    block.bytes[numbers[2]] = 1;
    return 0;
}

SEC("tc")
int number_that_a_collection_begins_with_too_far(struct __sk_buff *skb)
{
    int numbers[] = { 5, 10, bpf_get_prandom_u32() & 127 };
    block.bytes[numbers[2]] = 1;
    return 0;
}

SEC("tc")
int number_in_a_buffer_that_counts(struct __sk_buff *skb)
{
    int numbers[1] = {};
    for (numbers[0] = 0; numbers[0] < 10; numbers[0]++)
        count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int number_in_a_buffer_that_counts_no_round(struct __sk_buff *skb)
{
    int numbers[2] = {};
    for (numbers[0] = 0; numbers[0] < 10; numbers[1]++)
        count += bpf_get_prandom_u32();
    return 0;
}
