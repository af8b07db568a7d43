#include "pairs.h"

char _license[] SEC("license") = "GPL";

RING_BUFFER(ringbuf, 4096);
MAP_OF(HASH, blocks, u32, struct bytes64);

const volatile u32 last = 63;
const volatile u32 end = 64;
const volatile u32 far = 64;
const volatile u32 rounds = 64;
const volatile u32 rounds_and_more = 65;
const volatile u64 record_size = 8;
const volatile bool reports = true;
const volatile bool is_quiet = true;
const volatile int mode = 2;
const volatile u64 threshold = 8;

SEC("tc")
int index_within(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return value->bytes[last];
}

SEC("tc")
int index_behind_for_one_value(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return value->bytes[end];
}

SEC("tc")
int index_that_is_tested(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return far < 64 ? value->bytes[far] : 0;
}

SEC("tc")
int index_that_is_tested_for_too_much(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return far < 65 ? value->bytes[far] : 0;
}

SEC("tc")
int rounds_that_are_listed(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    for (u32 i = 0; i < rounds; i++)
        value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int rounds_of_which_one_is_too_many(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    for (u32 i = 0; i < rounds_and_more; i++)
        value->bytes[i] = 1;
    return 0;
}

SEC("tc")
int size_that_is_listed(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, record_size, 0);
    if (!record)
        return 0;
    record[7] = 1;
    bpf_ringbuf_submit(record, 0);
    return 0;
}

SEC("tc")
int size_that_is_too_small_for_one_value(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, record_size, 0);
    if (!record)
        return 0;
    record[8] = 1;
    bpf_ringbuf_submit(record, 0);
    return 0;
}

SEC("tc")
int discarded_when_it_was_reserved(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (reports)
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (reports)
        bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int discarded_when_another_is_not_set(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (reports)
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (reports && !is_quiet)
        bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int discarded_in_each_mode(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (mode != 0)
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (mode == 1)
        bpf_ringbuf_discard_dynptr(&ptr, 0);
    if (mode == 2)
        bpf_ringbuf_submit_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int kept_in_one_mode(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (mode != 0)
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (mode == 1)
        bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int discarded_over_the_same_threshold(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (threshold > 7)
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (threshold > 7)
        bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int discarded_over_another_threshold(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (threshold > 7)
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (threshold > 8)
        bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int rounds_of_many_values(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    for (u32 i = 0; i < 16 && i < far; i++)
        buffer[i] = 1;
    return buffer[0];
}

SEC("tc")
int written(struct __sk_buff *skb)
{
    *(volatile int *)&mode = 1;
    return 0;
}
