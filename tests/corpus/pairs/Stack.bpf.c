#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 4096);
} ringbuf SEC(".maps");

/* Hands a buffer to others, so that it is memory. */
#define USE(b) do { bpf_get_current_comm(b, 16); bpf_ringbuf_output(&ringbuf, b, sizeof(b), 0); } while (0)

volatile u64 total;

struct big {
    u64 values[38];
};

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

static __noinline void two_frames_of_240__inner(void)
{
    u8 buffer[240] = {};
    USE(buffer);
}

SEC("tc")
int two_frames_of_240(struct __sk_buff *skb)
{
    u8 buffer[240] = {};
    USE(buffer);
    two_frames_of_240__inner();
    return buffer[3];
}

static __noinline void frames_that_are_rounded_up__inner(void)
{
    u8 buffer[264] = {};
    USE(buffer);
}

SEC("tc")
int frames_that_are_rounded_up(struct __sk_buff *skb)
{
    u8 buffer[248] = {};
    USE(buffer);
    frames_that_are_rounded_up__inner();
    return buffer[3];
}

static __noinline void two_frames_of_300_in_kprobe__inner(void)
{
    u8 buffer[300] = {};
    USE(buffer);
}

SEC("kprobe/do_nanosleep")
int two_frames_of_300_in_kprobe(struct pt_regs *ctx)
{
    u8 buffer[300] = {};
    USE(buffer);
    two_frames_of_300_in_kprobe__inner();
    return 0;
}

static __noinline void two_frames_of_300_in_raw_tracepoint__inner(void)
{
    u8 buffer[300] = {};
    USE(buffer);
}

SEC("raw_tp/sys_enter")
int two_frames_of_300_in_raw_tracepoint(struct bpf_raw_tracepoint_args *ctx)
{
    u8 buffer[300] = {};
    USE(buffer);
    two_frames_of_300_in_raw_tracepoint__inner();
    return 0;
}

static __noinline void two_frames_of_300_in_lsm__inner(void)
{
    u8 buffer[300] = {};
    USE(buffer);
}

SEC("lsm/file_open")
int BPF_PROG(two_frames_of_300_in_lsm, struct file *file)
{
    u8 buffer[300] = {};
    USE(buffer);
    two_frames_of_300_in_lsm__inner();
    return 0;
}

static __noinline long callback_of_300__callback(u32 i, void *context)
{
    u8 buffer[300] = {};
    USE(buffer);
    return 0;
}

SEC("tc")
int callback_of_300(struct __sk_buff *skb)
{
    u8 buffer[300] = {};
    USE(buffer);
    bpf_loop(4, callback_of_300__callback, 0, 0);
    return buffer[3];
}

static __noinline long callback_of_200__callback(u32 i, void *context)
{
    u8 buffer[200] = {};
    USE(buffer);
    return 0;
}

SEC("tc")
int callback_of_200(struct __sk_buff *skb)
{
    u8 buffer[200] = {};
    USE(buffer);
    bpf_loop(4, callback_of_200__callback, 0, 0);
    return buffer[3];
}

static __noinline void frame_in_between__inner(void)
{
    u8 buffer[240] = {};
    USE(buffer);
}

static __noinline void frame_in_between__middle(void)
{
    total++;
    frame_in_between__inner();
    total++;
}

SEC("tc")
int frame_in_between(struct __sk_buff *skb)
{
    u8 buffer[272] = {};
    USE(buffer);
    frame_in_between__middle();
    return buffer[3];
}

SEC("tc")
int buffers_in_branches(struct __sk_buff *skb)
{
    if (skb->len > 100) {
        u8 first[300] = {};
        USE(first);
        total += first[3];
    } else {
        u8 second[300] = {};
        USE(second);
        total += second[4];
    }
    return 0;
}

SEC("tc")
int buffers_in_blocks(struct __sk_buff *skb)
{
    {
        u8 first[300] = {};
        USE(first);
        total += first[3];
    }
    {
        u8 second[300] = {};
        USE(second);
        total += second[4];
    }
    return 0;
}

SEC("tc")
int buffer_of_constant_indexes(struct __sk_buff *skb)
{
    u8 buffer[600] = {};
    buffer[1] = skb->len;
    buffer[599] = 2;
    return buffer[1] + buffer[599];
}

static __noinline void struct_by_reference__fill(struct big *big)
{
    big->values[0] = bpf_ktime_get_ns();
    big->values[37] = 1;
}

static __noinline void struct_by_reference__inner(void)
{
    struct big big = {};
    struct_by_reference__fill(&big);
    total += big.values[37];
}

SEC("tc")
int struct_by_reference(struct __sk_buff *skb)
{
    struct big big = {};
    struct_by_reference__fill(&big);
    struct_by_reference__inner();
    return big.values[37];
}

static __noinline void struct_in_registers__inner(void)
{
    u8 buffer[300] = {};
    USE(buffer);
}

SEC("tc")
int struct_in_registers(struct __sk_buff *skb)
{
    struct big big = {};
    big.values[0] = skb->len;
    big.values[37] = 1;
    struct_in_registers__inner();
    return big.values[37] + big.values[0];
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

SEC("tc")
int buffers_one_after_the_other(struct __sk_buff *skb)
{
    u8 first[300] = {};
    USE(first);
    total += first[3];
    u8 second[300] = {};
    USE(second);
    total += second[4];
    return 0;
}

#endif
