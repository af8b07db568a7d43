#include "pairs.h"

char _license[] SEC("license") = "GPL";

RING_BUFFER(ringbuf, 4096);

SEC("tc")
int release_that_is_left_out(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    return 0;
}

static __noinline void release_that_is_kept__release(struct bpf_dynptr *ptr)
{
    bpf_ringbuf_discard_dynptr(ptr, 0);
}

SEC("tc")
int release_that_is_kept(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    release_that_is_kept__release(&ptr);
    return 0;
}

SEC("tc")
int second_release_that_is_left_out(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    bpf_ringbuf_submit_dynptr(&ptr, 0);
    return 0;
}

static __noinline void second_release_that_is_kept__release(struct bpf_dynptr *ptr)
{
    bpf_ringbuf_discard_dynptr(ptr, 0);
}

SEC("tc")
int second_release_that_is_kept(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    bpf_ringbuf_submit_dynptr(&ptr, 0);
    second_release_that_is_kept__release(&ptr);
    return 0;
}

SEC("tc")
int arguments_of_a_call_that_is_left_out(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    return 0;
}
