#include "pairs.h"
#include <bpf/bpf_core_read.h>

char _license[] SEC("license") = "GPL";

RING_BUFFER(ringbuf, 4096);
MAP_OF(HASH, blocks, u32, struct bytes64);

#define HAS_HELPER(name) bpf_core_enum_value_exists(enum bpf_func_id, BPF_FUNC_##name)

SEC("tc")
int discarded_where_the_function_is_there(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (bpf_ksym_exists(bpf_dynptr_size))
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (bpf_ksym_exists(bpf_dynptr_size))
        bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int kept_where_the_function_is_there(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (bpf_ksym_exists(bpf_dynptr_size))
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    return 0;
}

SEC("tc")
int discarded_where_the_helper_is_there(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (HAS_HELPER(ktime_get_tai_ns))
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (HAS_HELPER(ktime_get_tai_ns))
        bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int kept_where_the_helper_is_there(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (HAS_HELPER(ktime_get_tai_ns))
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    return 0;
}

SEC("tc")
int index_within_where_both_are_there(struct __sk_buff *skb)
{
    u32 key = 0, index = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    if (bpf_ksym_exists(bpf_dynptr_size) && HAS_HELPER(ktime_get_tai_ns))
        index = 63;
    return value->bytes[index];
}

SEC("tc")
int index_behind_where_both_are_there(struct __sk_buff *skb)
{
    u32 key = 0, index = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    if (bpf_ksym_exists(bpf_dynptr_size) && HAS_HELPER(ktime_get_tai_ns))
        index = 64;
    return value->bytes[index];
}

static __noinline bool asked_by_a_method__has(void)
{
    return bpf_ksym_exists(bpf_dynptr_size);
}

SEC("tc")
int asked_by_a_method(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (asked_by_a_method__has())
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    if (asked_by_a_method__has())
        bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}
