#include "pairs.h"

char _license[] SEC("license") = "GPL";

RING_BUFFER(ringbuf, 4096);

struct event {
    struct bpf_dynptr ptr;
    int error;
};

static __noinline void returned_and_submitted__reserve(struct event *made)
{
    made->error = bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &made->ptr);
}

SEC("tc")
int returned_and_submitted(struct __sk_buff *skb)
{
    struct event sent;
    u32 five = 5;
    returned_and_submitted__reserve(&sent);
    if (sent.error == 0)
        bpf_dynptr_write(&sent.ptr, 0, &five, 4, 0);
    bpf_ringbuf_submit_dynptr(&sent.ptr, 0);
    return 0;
}

static __noinline void returned_and_lost__reserve(struct event *made)
{
    made->error = bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &made->ptr);
}

SEC("tc")
int returned_and_lost(struct __sk_buff *skb)
{
    struct event sent;
    u32 five = 5;
    returned_and_lost__reserve(&sent);
    if (sent.error == 0)
        bpf_dynptr_write(&sent.ptr, 0, &five, 4, 0);
    return 0;
}

static __noinline void returned_and_submitted_twice__reserve(struct event *made)
{
    made->error = bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &made->ptr);
}

SEC("tc")
int returned_and_submitted_twice(struct __sk_buff *skb)
{
    struct event sent;
    returned_and_submitted_twice__reserve(&sent);
    bpf_ringbuf_submit_dynptr(&sent.ptr, 0);
    bpf_ringbuf_submit_dynptr(&sent.ptr, 0);
    return 0;
}

static __noinline void given_by_out_and_submitted__reserve(struct event *made)
{
    made->error = bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &made->ptr);
}

SEC("tc")
int given_by_out_and_submitted(struct __sk_buff *skb)
{
    struct event sent;
    given_by_out_and_submitted__reserve(&sent);
    bpf_ringbuf_submit_dynptr(&sent.ptr, 0);
    return 0;
}
