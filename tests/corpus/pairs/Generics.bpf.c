#include "pairs.h"

char _license[] SEC("license") = "GPL";

RING_BUFFER(ringbuf, 4096);
MAP_OF(HASH, blocks, u32, struct bytes64);

static __noinline void submits__end(struct bpf_dynptr *ptr)
{
    bpf_ringbuf_submit_dynptr(ptr, 0);
}

static __noinline void keeps__end(struct bpf_dynptr *ptr)
{
    u32 five = 5;
    bpf_dynptr_write(ptr, 0, &five, 4, 0);
}

SEC("tc")
int ended_by_a_type(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    submits__end(&ptr);
    return 0;
}

SEC("tc")
int kept_by_a_type(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    keeps__end(&ptr);
    return 0;
}

SEC("tc")
int ended_by_a_type_twice(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    submits__end(&ptr);
    bpf_ringbuf_submit_dynptr(&ptr, 0);
    return 0;
}

static __noinline int sum(int left, int right)
{
    return left + right;
}

SEC("tc")
int sum_as_an_index(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    return value ? value->bytes[sum(30, 33)] : 0;
}

SEC("tc")
int sum_over_the_bound_as_an_index(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    return value ? value->bytes[sum(30, 34)] : 0;
}

static __noinline int limit(void)
{
    return 63;
}

static __noinline int large_limit(void)
{
    return 64;
}

SEC("tc")
int default_of_an_interface_as_an_index(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    return value ? value->bytes[limit()] : 0;
}

SEC("tc")
int large_default_of_an_interface_as_an_index(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    return value ? value->bytes[large_limit()] : 0;
}
