#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 4096);
} ringbuf SEC(".maps");

static __noinline void two_frames_of_300__inner(void)
{
    u8 buffer[300] = {};
    bpf_get_current_comm(buffer, 16);
    bpf_ringbuf_output(&ringbuf, buffer, 300, 0);
}

SEC("tc")
int two_frames_of_300(struct __sk_buff *skb)
{
    u8 buffer[300] = {};
    bpf_get_current_comm(buffer, 16);
    bpf_ringbuf_output(&ringbuf, buffer, 300, 0);
    two_frames_of_300__inner();
    return buffer[3];
}

#ifdef REFUSED_BY_CLANG

SEC("tc")
int frame_of_600(struct __sk_buff *skb)
{
    u8 buffer[600];
    bpf_get_current_comm(buffer, 16);
    bpf_ringbuf_output(&ringbuf, buffer, 600, 0);
    return 0;
}

#endif
