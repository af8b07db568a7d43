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

static __noinline void two_frames_of_200__inner(void)
{
    u8 buffer[200] = {};
    bpf_get_current_comm(buffer, 200);
}

SEC("tc")
int two_frames_of_200(struct __sk_buff *skb)
{
    u8 buffer[200] = {};
    bpf_get_current_comm(buffer, 200);
    two_frames_of_200__inner();
    return buffer[3];
}

static __noinline void two_frames_of_256__inner(void)
{
    u8 buffer[256] = {};
    bpf_get_current_comm(buffer, 256);
}

SEC("tc")
int two_frames_of_256(struct __sk_buff *skb)
{
    u8 buffer[256] = {};
    bpf_get_current_comm(buffer, 256);
    two_frames_of_256__inner();
    return buffer[3];
}

static __noinline void two_frames_that_are_rounded_up_over_the_limit__inner(void)
{
    u8 buffer[264] = {};
    bpf_get_current_comm(buffer, 264);
}

SEC("tc")
int two_frames_that_are_rounded_up_over_the_limit(struct __sk_buff *skb)
{
    u8 buffer[248] = {};
    bpf_get_current_comm(buffer, 248);
    two_frames_that_are_rounded_up_over_the_limit__inner();
    return buffer[3];
}

static __noinline void two_frames_of_300_on_private_stacks__inner(void)
{
    u8 buffer[300] = {};
    bpf_get_current_comm(buffer, 300);
}

SEC("raw_tp/sys_enter")
int two_frames_of_300_on_private_stacks(void *ctx)
{
    u8 buffer[300] = {};
    bpf_get_current_comm(buffer, 300);
    two_frames_of_300_on_private_stacks__inner();
    return buffer[3];
}

static long callback_of_300_under_a_frame_of_300__callback(u32 i, void *context)
{
    u8 buffer[300] = {};
    bpf_get_current_comm(buffer, 300);
    return 0;
}

SEC("tc")
int callback_of_300_under_a_frame_of_300(struct __sk_buff *skb)
{
    u8 buffer[300] = {};
    bpf_get_current_comm(buffer, 300);
    bpf_loop(2, callback_of_300_under_a_frame_of_300__callback, 0, 0);
    return buffer[3];
}

static long callback_of_200_under_a_frame_of_200__callback(u32 i, void *context)
{
    u8 buffer[200] = {};
    bpf_get_current_comm(buffer, 200);
    return 0;
}

SEC("tc")
int callback_of_200_under_a_frame_of_200(struct __sk_buff *skb)
{
    u8 buffer[200] = {};
    bpf_get_current_comm(buffer, 200);
    bpf_loop(2, callback_of_200_under_a_frame_of_200__callback, 0, 0);
    return buffer[3];
}

SEC("tc")
int frame_of_504(struct __sk_buff *skb)
{
    u8 buffer[504] = {};
    bpf_get_current_comm(buffer, 504);
    return buffer[3];
}

static __noinline void chain_of_five_frames_of_120__level4(void)
{
    u8 buffer[120] = {};
    bpf_get_current_comm(buffer, 120);
}

static __noinline void chain_of_five_frames_of_120__level3(void)
{
    u8 buffer[120] = {};
    bpf_get_current_comm(buffer, 120);
    chain_of_five_frames_of_120__level4();
}

static __noinline void chain_of_five_frames_of_120__level2(void)
{
    u8 buffer[120] = {};
    bpf_get_current_comm(buffer, 120);
    chain_of_five_frames_of_120__level3();
}

static __noinline void chain_of_five_frames_of_120__level1(void)
{
    u8 buffer[120] = {};
    bpf_get_current_comm(buffer, 120);
    chain_of_five_frames_of_120__level2();
}

SEC("tc")
int chain_of_five_frames_of_120(struct __sk_buff *skb)
{
    u8 buffer[120] = {};
    bpf_get_current_comm(buffer, 120);
    chain_of_five_frames_of_120__level1();
    return buffer[3];
}

static __noinline void chain_of_four_frames_of_120__level3(void)
{
    u8 buffer[120] = {};
    bpf_get_current_comm(buffer, 120);
}

static __noinline void chain_of_four_frames_of_120__level2(void)
{
    u8 buffer[120] = {};
    bpf_get_current_comm(buffer, 120);
    chain_of_four_frames_of_120__level3();
}

static __noinline void chain_of_four_frames_of_120__level1(void)
{
    u8 buffer[120] = {};
    bpf_get_current_comm(buffer, 120);
    chain_of_four_frames_of_120__level2();
}

SEC("tc")
int chain_of_four_frames_of_120(struct __sk_buff *skb)
{
    u8 buffer[120] = {};
    bpf_get_current_comm(buffer, 120);
    chain_of_four_frames_of_120__level1();
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
