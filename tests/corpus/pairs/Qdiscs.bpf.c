#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern void bpf_qdisc_skb_drop(struct sk_buff *packet, struct bpf_sk_buff_ptr *dropped) __ksym __weak;
extern void bpf_kfree_skb(struct sk_buff *packet) __ksym __weak;

// What a queue needs besides.
SEC("struct_ops/dequeue") struct sk_buff *BPF_PROG(dequeue, struct Qdisc *queue)
{
    return 0;
}

SEC("struct_ops/init") int BPF_PROG(init, struct Qdisc *queue, struct nlattr *options, struct netlink_ext_ack *extack)
{
    return 0;
}

SEC("struct_ops/reset") void BPF_PROG(reset, struct Qdisc *queue)
{
}

SEC("struct_ops/destroy") void BPF_PROG(destroy, struct Qdisc *queue)
{
}

#define QUEUE(program)                                                                                                 \
    SEC(".struct_ops")                                                                                                 \
    struct Qdisc_ops program##__queue = {                                                                              \
        .enqueue = (void *)program,                                                                                    \
        .dequeue = (void *)dequeue,                                                                                    \
        .init = (void *)init,                                                                                          \
        .reset = (void *)reset,                                                                                        \
        .destroy = (void *)destroy,                                                                                    \
        .id = "pair",                                                                                                  \
    }

SEC("struct_ops/enqueue")
int BPF_PROG(packet_dropped, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    bpf_qdisc_skb_drop(packet, dropped);
    return 1;
}

QUEUE(packet_dropped);

SEC("struct_ops/enqueue")
int BPF_PROG(packet_neither_kept_nor_dropped, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    return 1;
}

QUEUE(packet_neither_kept_nor_dropped);

SEC("struct_ops/enqueue")
int BPF_PROG(packet_dropped_under_a_condition, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    if (bpf_get_prandom_u32() > 5)
        bpf_qdisc_skb_drop(packet, dropped);
    return 1;
}

QUEUE(packet_dropped_under_a_condition);

SEC("struct_ops/enqueue")
int BPF_PROG(packet_dropped_twice, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    bpf_qdisc_skb_drop(packet, dropped);
    bpf_qdisc_skb_drop(packet, dropped);
    return 1;
}

QUEUE(packet_dropped_twice);

SEC("struct_ops/enqueue")
int BPF_PROG(dynptr_of_a_dropped_packet, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_skb((void *)packet, 0, &ptr);
    bpf_qdisc_skb_drop(packet, dropped);
    return bpf_dynptr_size(&ptr);
}

QUEUE(dynptr_of_a_dropped_packet);

SEC("struct_ops/enqueue")
int BPF_PROG(slice_of_a_dropped_packet, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb((void *)packet, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buffer, 8);
    bpf_qdisc_skb_drop(packet, dropped);
    return slice ? slice[0] : 0;
}

QUEUE(slice_of_a_dropped_packet);

SEC("struct_ops/enqueue")
int BPF_PROG(dynptr_of_a_packet_before_the_drop, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_skb((void *)packet, 0, &ptr);
    u64 size = bpf_dynptr_size(&ptr);
    bpf_qdisc_skb_drop(packet, dropped);
    return size;
}

QUEUE(dynptr_of_a_packet_before_the_drop);

SEC("struct_ops/enqueue")
int BPF_PROG(contract_on_the_packet, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    bpf_qdisc_skb_drop(packet, dropped);
    return 1;
}

QUEUE(contract_on_the_packet);

SEC("struct_ops/enqueue")
int BPF_PROG(contract_on_the_packet_that_is_freed, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    bpf_kfree_skb(packet);
    return 1;
}

QUEUE(contract_on_the_packet_that_is_freed);

SEC("struct_ops/enqueue")
int BPF_PROG(contract_on_the_packet_not_kept, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    return 1;
}

QUEUE(contract_on_the_packet_not_kept);

SEC("struct_ops/enqueue")
int BPF_PROG(contract_on_the_packet_freed_and_dropped, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    bpf_kfree_skb(packet);
    bpf_qdisc_skb_drop(packet, dropped);
    return 1;
}

QUEUE(contract_on_the_packet_freed_and_dropped);

static __noinline void contract_on_the_packet_dropped_by_a_method__drop(struct sk_buff *packet,
                                                                        struct bpf_sk_buff_ptr *dropped)
{
    bpf_qdisc_skb_drop(packet, dropped);
}

SEC("struct_ops/enqueue")
int BPF_PROG(contract_on_the_packet_dropped_by_a_method, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    contract_on_the_packet_dropped_by_a_method__drop(packet, dropped);
    return 1;
}

QUEUE(contract_on_the_packet_dropped_by_a_method);

SEC("struct_ops/enqueue")
int BPF_PROG(contract_on_the_packet_freed_or_dropped, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    if (bpf_get_prandom_u32() > 5)
        bpf_kfree_skb(packet);
    else
        bpf_qdisc_skb_drop(packet, dropped);
    return 1;
}

QUEUE(contract_on_the_packet_freed_or_dropped);

SEC("struct_ops/enqueue")
int BPF_PROG(contract_on_the_packet_freed_by_chance, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    if (bpf_get_prandom_u32() > 5)
        bpf_kfree_skb(packet);
    return 1;
}

QUEUE(contract_on_the_packet_freed_by_chance);
