#include "pairs.h"

char _license[] SEC("license") = "GPL";

MAP_OF(PROG_ARRAY, jumps, u32, u32);
RING_BUFFER(records, 4096);

extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock(void) __ksym;

SEC("tc")
int goes_on(struct __sk_buff *skb)
{
    bpf_tail_call(skb, &jumps, 1);
    return 0;
}

SEC("xdp")
int goes_on_at_any_index(struct xdp_md *xdp)
{
    bpf_tail_call(xdp, &jumps, bpf_xdp_get_buff_len(xdp));
    return 2;
}

SEC("raw_tp")
int goes_on_at_a_tracepoint(void *ctx)
{
    bpf_tail_call(ctx, &jumps, 1);
    return 0;
}

SEC("tc")
int goes_on_while_a_record_is_held(struct __sk_buff *skb)
{
    void *record = bpf_ringbuf_reserve(&records, 8, 0);
    if (!record)
        return 0;
    bpf_tail_call(skb, &jumps, 1);
    bpf_ringbuf_discard(record, 0);
    return 0;
}

SEC("tc")
int goes_on_after_a_record_is_given_back(struct __sk_buff *skb)
{
    void *record = bpf_ringbuf_reserve(&records, 8, 0);
    if (!record)
        return 0;
    bpf_ringbuf_discard(record, 0);
    bpf_tail_call(skb, &jumps, 1);
    return 0;
}

SEC("tc")
int goes_on_in_a_section(struct __sk_buff *skb)
{
    bpf_rcu_read_lock();
    bpf_tail_call(skb, &jumps, 1);
    bpf_rcu_read_unlock();
    return 0;
}

SEC("tc")
int goes_on_after_a_section(struct __sk_buff *skb)
{
    bpf_rcu_read_lock();
    bpf_rcu_read_unlock();
    bpf_tail_call(skb, &jumps, 1);
    return 0;
}

static __noinline int go_on(struct __sk_buff *skb)
{
    bpf_tail_call(skb, &jumps, 1);
    return skb->len;
}

SEC("tc")
int goes_on_in_a_method(struct __sk_buff *skb)
{
    return go_on(skb);
}

SEC("tc")
int goes_on_in_a_method_while_its_caller_holds_a_record(struct __sk_buff *skb)
{
    void *record = bpf_ringbuf_reserve(&records, 8, 0);
    if (!record)
        return 0;
    int result = go_on(skb);
    bpf_ringbuf_discard(record, 0);
    return result;
}

static __noinline int go_on_holding(struct __sk_buff *skb)
{
    void *record = bpf_ringbuf_reserve(&records, 8, 0);
    if (!record)
        return 0;
    bpf_tail_call(skb, &jumps, 1);
    bpf_ringbuf_discard(record, 0);
    return skb->len;
}

SEC("tc")
int goes_on_in_a_method_that_holds_a_record(struct __sk_buff *skb)
{
    return go_on_holding(skb);
}

SEC("tc")
int packet_read_behind(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 8 > end)
        return 0;
    bpf_tail_call(skb, &jumps, 1);
    return data[3];
}

SEC("tc")
int packet_read_behind_a_method(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 8 > end)
        return 0;
    go_on(skb);
    return data[3];
}

SEC("tc")
int packet_taken_behind_a_method(struct __sk_buff *skb)
{
    go_on(skb);
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 8 > end)
        return 0;
    return data[3];
}

static long round(u64 index, struct __sk_buff **skb)
{
    bpf_tail_call(*skb, &jumps, 1);
    return 0;
}

SEC("tc")
int goes_on_in_a_callback(struct __sk_buff *skb)
{
    struct __sk_buff *context = skb;
    bpf_loop(3, round, &context, 0);
    return 0;
}

static long nothing(u64 index, struct __sk_buff **skb)
{
    return 0;
}

SEC("tc")
int goes_on_after_a_callback(struct __sk_buff *skb)
{
    struct __sk_buff *context = skb;
    bpf_loop(3, nothing, &context, 0);
    bpf_tail_call(skb, &jumps, 1);
    return 0;
}

SEC("tc")
int goes_on_in_a_method_below_240_bytes(struct __sk_buff *skb)
{
    u8 buffer[240] = {};
    bpf_get_current_comm(buffer, sizeof(buffer));
    return buffer[3] + go_on(skb);
}

SEC("tc")
int goes_on_in_a_method_below_256_bytes(struct __sk_buff *skb)
{
    u8 buffer[256] = {};
    bpf_get_current_comm(buffer, sizeof(buffer));
    return buffer[3] + go_on(skb);
}

SEC("tc")
int goes_on_below_512_bytes(struct __sk_buff *skb)
{
    u8 buffer[512] = {};
    bpf_get_current_comm(buffer, sizeof(buffer));
    bpf_tail_call(skb, &jumps, 1);
    return 0;
}
