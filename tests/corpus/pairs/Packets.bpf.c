#include "pairs.h"

char _license[] SEC("license") = "GPL";

u64 memory;

SEC("tc")
int slice_after_memset(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    bpf_dynptr_memset(&ptr, 0, 4, 0);
    return slice[0];
}

SEC("tc")
int slice_after_copy(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    struct bpf_dynptr clone;
    bpf_dynptr_from_mem(&memory, 8, 0, &clone);
    bpf_dynptr_copy(&ptr, 0, &clone, 0, 8);
    return slice[0];
}

SEC("tc")
int slice_after_write_through_a_clone(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr, clone;
    u32 v = 5;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    bpf_dynptr_clone(&ptr, &clone);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    bpf_dynptr_write(&clone, 0, &v, 4, 0);
    return slice[0];
}

SEC("tc")
int slice_after_checksum(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    bpf_l3_csum_replace(skb, 10, 1, 2, 2);
    return slice[0];
}

static __noinline void slice_after_a_function_pulls_data__inner(struct __sk_buff *skb)
{
    bpf_skb_pull_data(skb, 0);
}

SEC("tc")
int slice_after_a_function_pulls_data(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    slice_after_a_function_pulls_data__inner(skb);
    return slice[0];
}

SEC("tc")
int slice_at_a_varying_offset(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[16];
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, bpf_get_prandom_u32() & 0xffff, buffer, 16);
    if (!slice)
        return 0;
    u32 i = bpf_get_prandom_u32() & 15;
    return slice[i] + slice[15];
}

SEC("tc")
int protocol_written(struct __sk_buff *skb)
{
    skb->protocol = 5;
    return 0;
}

SEC("tc")
int hash_written(struct __sk_buff *skb)
{
    skb->hash = 5;
    return 0;
}

SEC("tc")
int protocol_read(struct __sk_buff *skb)
{
    return skb->protocol;
}

SEC("tc")
int hash_read(struct __sk_buff *skb)
{
    return skb->hash;
}

SEC("cgroup_skb/egress")
int hash_written_in_cgroup_skb(struct __sk_buff *skb)
{
    skb->hash = 5;
    return 1;
}

static __noinline void protocol_written_by_a_method__set(struct __sk_buff *skb)
{
    skb->protocol = 5;
}

SEC("tc")
int protocol_written_by_a_method(struct __sk_buff *skb)
{
    protocol_written_by_a_method__set(skb);
    return 0;
}

static __noinline int protocol_read_by_a_method__get(struct __sk_buff *skb)
{
    return skb->protocol;
}

SEC("tc")
int protocol_read_by_a_method(struct __sk_buff *skb)
{
    return protocol_read_by_a_method__get(skb);
}
