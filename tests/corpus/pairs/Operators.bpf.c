#include "pairs.h"

char _license[] SEC("license") = "GPL";

RING_BUFFER(ringbuf, 4096);
MAP_OF(HASH, blocks, u32, struct bytes64);

struct counter {
    int n;
};

struct dynptr_writer {
    struct bpf_dynptr ptr;
    u32 offset;
};

static __noinline void increment_over_the_bound__increment(struct counter *counter)
{
    counter->n += 64;
}

SEC("tc")
int increment_over_the_bound(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    struct counter counter = {};
    increment_over_the_bound__increment(&counter);
    return value->bytes[counter.n];
}

static __noinline void increment_below_the_bound__increment(struct counter *counter)
{
    counter->n += 63;
}

SEC("tc")
int increment_below_the_bound(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    struct counter counter = {};
    increment_below_the_bound__increment(&counter);
    return value->bytes[counter.n];
}

static __noinline void addition_over_the_bound__add(struct counter *counter, int step)
{
    counter->n += step + step;
}

SEC("tc")
int addition_over_the_bound(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    struct counter counter = {};
    addition_over_the_bound__add(&counter, 40);
    return value->bytes[counter.n];
}

static __noinline void addition_below_the_bound__add(struct counter *counter, int step)
{
    counter->n += step + step;
}

SEC("tc")
int addition_below_the_bound(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    struct counter counter = {};
    addition_below_the_bound__add(&counter, 20);
    return value->bytes[counter.n];
}

static __noinline void increment_of_what_holds_a_dynptr__increment(struct dynptr_writer *writer)
{
    writer->offset += 4;
}

SEC("tc")
int increment_of_what_holds_a_dynptr(struct __sk_buff *skb)
{
    struct dynptr_writer writer;
    u32 five = 5;
    writer.offset = 0;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &writer.ptr);
    increment_of_what_holds_a_dynptr__increment(&writer);
    bpf_dynptr_write(&writer.ptr, writer.offset, &five, 4, 0);
    bpf_ringbuf_submit_dynptr(&writer.ptr, 0);
    return 0;
}

static __noinline void increment_that_submits__increment(struct dynptr_writer *writer)
{
    bpf_ringbuf_submit_dynptr(&writer->ptr, 0);
}

SEC("tc")
int increment_that_submits(struct __sk_buff *skb)
{
    struct dynptr_writer writer;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &writer.ptr);
    increment_that_submits__increment(&writer);
    bpf_ringbuf_submit_dynptr(&writer.ptr, 0);
    return 0;
}
