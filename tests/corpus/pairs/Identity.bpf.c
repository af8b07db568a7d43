#include "pairs.h"

char _license[] SEC("license") = "GPL";

SEC("tc")
int same_as_the_buffer_after_a_change(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice_rdwr(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    bpf_skb_pull_data(skb, 0);
    return slice == buffer ? 1 : 0;
}

SEC("tc")
int same_as_the_buffer_before_a_change(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice_rdwr(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    return slice == buffer ? 1 : 0;
}

SEC("tc")
int read_after_a_change(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice_rdwr(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    bpf_skb_pull_data(skb, 0);
    return *slice == buffer[0] ? 1 : 0;
}

SEC("tc")
int written_back_if_it_was_copied(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice_rdwr(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    slice[0] = 1;
    if (slice == buffer)
        bpf_dynptr_write(&ptr, 0, buffer, 8, 0);
    return 0;
}

SEC("tc")
int written_after_it_was_written_back(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice_rdwr(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    if (slice == buffer)
        bpf_dynptr_write(&ptr, 0, buffer, 8, 0);
    slice[0] = 1;
    return 0;
}
