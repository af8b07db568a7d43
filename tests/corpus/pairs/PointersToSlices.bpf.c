#include "pairs.h"

char _license[] SEC("license") = "GPL";

/* The address of a pointer, which no compiler sees through. */
#define HIDE(pointer) asm volatile("" : "+r"(pointer) :: "memory")

RING_BUFFER(ringbuf, 4096);

SEC("tc")
int record_through_a_pointer(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 8, 0);
    u8 **pointer = &record;

    if (!record)
        return 0;
    HIDE(pointer);
    (*pointer)[7] = 1;
    bpf_ringbuf_submit(*pointer, 0);
    return 0;
}

SEC("tc")
int record_through_a_pointer_after_submit(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 8, 0);
    u8 **pointer = &record;

    if (!record)
        return 0;
    HIDE(pointer);
    bpf_ringbuf_submit(record, 0);
    HIDE(pointer);
    (*pointer)[7] = 1;
    return 0;
}

SEC("tc")
int record_through_a_pointer_beyond_its_end(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 8, 0);
    u8 **pointer = &record;

    if (!record)
        return 0;
    HIDE(pointer);
    (*pointer)[8] = 1;
    bpf_ringbuf_submit(*pointer, 0);
    return 0;
}

SEC("tc")
int record_through_a_pointer_untested(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 8, 0);
    u8 **pointer = &record;

    HIDE(pointer);
    (*pointer)[7] = 1;
    bpf_ringbuf_submit(*pointer, 0);
    return 0;
}

SEC("tc")
int record_through_a_pointer_is_lost(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 8, 0);
    u8 **pointer = &record;

    if (!record)
        return 0;
    HIDE(pointer);
    (*pointer)[7] = 1;
    return 0;
}

static __noinline void record_submitted_through_a_pointer__submit(u8 **record)
{
    bpf_ringbuf_submit(*record, 0);
}

SEC("tc")
int record_submitted_through_a_pointer(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 8, 0);

    if (!record)
        return 0;
    record_submitted_through_a_pointer__submit(&record);
    return 0;
}

static __noinline void record_submitted_through_a_pointer_and_again__submit(u8 **record)
{
    bpf_ringbuf_submit(*record, 0);
}

SEC("tc")
int record_submitted_through_a_pointer_and_again(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 8, 0);

    if (!record)
        return 0;
    record_submitted_through_a_pointer_and_again__submit(&record);
    bpf_ringbuf_submit(record, 0);
    return 0;
}
