#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern void bpf_qdisc_skb_drop(struct sk_buff *packet, struct bpf_sk_buff_ptr *dropped) __ksym __weak;

struct kept_packet {
    struct sk_buff __kptr *packet;
};

struct given_packet {
    struct sk_buff *packet;
    struct bpf_sk_buff_ptr *dropped;
};

MAP_OF(ARRAY, kept, u32, struct kept_packet);

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
int BPF_PROG(packet_kept, struct sk_buff *packet, struct Qdisc *queue, struct bpf_sk_buff_ptr *dropped)
{
    u32 key = 0;
    struct kept_packet *value = bpf_map_lookup_elem(&kept, &key);
    if (!value) {
        bpf_qdisc_skb_drop(packet, dropped);
        return 1;
    }
    struct sk_buff *old = bpf_kptr_xchg(&value->packet, packet);
    if (old)
        bpf_qdisc_skb_drop(old, dropped);
    return 0;
}

QUEUE(packet_kept);

SEC("struct_ops/enqueue")
int BPF_PROG(packet_kept_and_what_it_replaces, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    u32 key = 0;
    struct kept_packet *value = bpf_map_lookup_elem(&kept, &key);
    if (!value) {
        bpf_qdisc_skb_drop(packet, dropped);
        return 1;
    }
    struct sk_buff *old = bpf_kptr_xchg(&value->packet, packet);
    return old ? 0 : 1;
}

QUEUE(packet_kept_and_what_it_replaces);

SEC("struct_ops/enqueue")
int BPF_PROG(packet_kept_and_dropped, struct sk_buff *packet, struct Qdisc *queue, struct bpf_sk_buff_ptr *dropped)
{
    u32 key = 0;
    struct kept_packet *value = bpf_map_lookup_elem(&kept, &key);
    if (!value) {
        bpf_qdisc_skb_drop(packet, dropped);
        return 1;
    }
    struct sk_buff *old = bpf_kptr_xchg(&value->packet, packet);
    if (old)
        bpf_qdisc_skb_drop(old, dropped);
    bpf_qdisc_skb_drop(packet, dropped);
    return 0;
}

QUEUE(packet_kept_and_dropped);

SEC("struct_ops/enqueue")
int BPF_PROG(kept_packet_seen_and_dropped, struct sk_buff *packet, struct Qdisc *queue, struct bpf_sk_buff_ptr *dropped)
{
    u32 key = 0;
    struct kept_packet *value = bpf_map_lookup_elem(&kept, &key);
    if (value) {
        struct sk_buff *seen = value->packet;
        if (seen)
            bpf_qdisc_skb_drop(seen, dropped);
    }
    bpf_qdisc_skb_drop(packet, dropped);
    return 0;
}

QUEUE(kept_packet_seen_and_dropped);

SEC("struct_ops/enqueue")
int BPF_PROG(kept_packet_seen, struct sk_buff *packet, struct Qdisc *queue, struct bpf_sk_buff_ptr *dropped)
{
    u32 key = 0;
    struct kept_packet *value = bpf_map_lookup_elem(&kept, &key);
    struct bpf_dynptr ptr;
    if (value) {
        struct sk_buff *seen = value->packet;
        if (seen)
            bpf_dynptr_from_skb((void *)seen, 0, &ptr);
    }
    bpf_qdisc_skb_drop(packet, dropped);
    return 0;
}

QUEUE(kept_packet_seen);

SEC("struct_ops/enqueue")
int BPF_PROG(length_of_a_dropped_packet, struct sk_buff *packet, struct Qdisc *queue, struct bpf_sk_buff_ptr *dropped)
{
    bpf_qdisc_skb_drop(packet, dropped);
    return packet->len;
}

QUEUE(length_of_a_dropped_packet);

SEC("struct_ops/enqueue")
int BPF_PROG(length_of_a_packet_before_the_drop, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    u32 length = packet->len;
    bpf_qdisc_skb_drop(packet, dropped);
    return length;
}

QUEUE(length_of_a_packet_before_the_drop);

SEC("struct_ops/enqueue")
int BPF_PROG(dynptr_made_of_a_dropped_packet, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    struct bpf_dynptr ptr;
    bpf_qdisc_skb_drop(packet, dropped);
    bpf_dynptr_from_skb((void *)packet, 0, &ptr);
    return 1;
}

QUEUE(dynptr_made_of_a_dropped_packet);

SEC("struct_ops/enqueue")
int BPF_PROG(clone_of_a_dynptr_of_a_dropped_packet, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    struct bpf_dynptr ptr, clone;
    bpf_dynptr_from_skb((void *)packet, 0, &ptr);
    bpf_dynptr_clone(&ptr, &clone);
    bpf_qdisc_skb_drop(packet, dropped);
    return bpf_dynptr_size(&clone);
}

QUEUE(clone_of_a_dynptr_of_a_dropped_packet);

SEC("struct_ops/enqueue")
int BPF_PROG(dynptr_made_anew_of_another_packet, struct sk_buff *packet, struct Qdisc *queue,
             struct bpf_sk_buff_ptr *dropped)
{
    u32 key = 0;
    struct bpf_dynptr ptr;
    bpf_dynptr_from_skb((void *)packet, 0, &ptr);
    struct kept_packet *value = bpf_map_lookup_elem(&kept, &key);
    if (!value) {
        bpf_qdisc_skb_drop(packet, dropped);
        return 1;
    }
    struct sk_buff *old = bpf_kptr_xchg(&value->packet, packet);
    if (!old)
        return 0;
    bpf_dynptr_from_skb((void *)old, 0, &ptr);
    u64 size = bpf_dynptr_size(&ptr);
    bpf_qdisc_skb_drop(old, dropped);
    return size;
}

QUEUE(dynptr_made_anew_of_another_packet);

SEC("struct_ops/enqueue")
int BPF_PROG(dynptr_of_a_kept_packet, struct sk_buff *packet, struct Qdisc *queue, struct bpf_sk_buff_ptr *dropped)
{
    u32 key = 0;
    struct bpf_dynptr ptr;
    bpf_dynptr_from_skb((void *)packet, 0, &ptr);
    struct kept_packet *value = bpf_map_lookup_elem(&kept, &key);
    if (!value) {
        bpf_qdisc_skb_drop(packet, dropped);
        return 1;
    }
    struct sk_buff *old = bpf_kptr_xchg(&value->packet, packet);
    if (old)
        bpf_qdisc_skb_drop(old, dropped);
    return bpf_dynptr_size(&ptr);
}

QUEUE(dynptr_of_a_kept_packet);

static __noinline void packet_dropped_in_a_struct__drop(struct given_packet *given)
{
    bpf_qdisc_skb_drop(given->packet, given->dropped);
}

SEC("struct_ops/enqueue")
int BPF_PROG(packet_dropped_in_a_struct, struct sk_buff *packet, struct Qdisc *queue, struct bpf_sk_buff_ptr *dropped)
{
    struct given_packet given = {packet, dropped};
    packet_dropped_in_a_struct__drop(&given);
    return 1;
}

QUEUE(packet_dropped_in_a_struct);

static int packet_dropped_in_a_callback__run(u64 index, struct given_packet *given)
{
    bpf_qdisc_skb_drop(given->packet, given->dropped);
    return 1;
}

SEC("struct_ops/enqueue")
int BPF_PROG(packet_dropped_in_a_callback, struct sk_buff *packet, struct Qdisc *queue, struct bpf_sk_buff_ptr *dropped)
{
    struct given_packet given = {packet, dropped};
    bpf_loop(1, packet_dropped_in_a_callback__run, &given, 0);
    return 1;
}

QUEUE(packet_dropped_in_a_callback);

SEC("struct_ops/enqueue")
int BPF_PROG(nothing_dropped, struct sk_buff *packet, struct Qdisc *queue, struct bpf_sk_buff_ptr *dropped)
{
    bpf_qdisc_skb_drop(0, dropped);
    bpf_qdisc_skb_drop(packet, dropped);
    return 1;
}

QUEUE(nothing_dropped);

SEC("struct_ops/enqueue")
int BPF_PROG(packet_dropped_in_one_round, struct sk_buff *packet, struct Qdisc *queue, struct bpf_sk_buff_ptr *dropped)
{
    for (int i = 0; i < 3; i++) {
        if (bpf_get_prandom_u32() > 5) {
            bpf_qdisc_skb_drop(packet, dropped);
            return 1;
        }
    }
    bpf_qdisc_skb_drop(packet, dropped);
    return 1;
}

QUEUE(packet_dropped_in_one_round);

SEC("struct_ops/enqueue")
int BPF_PROG(packet_dropped_in_each_round, struct sk_buff *packet, struct Qdisc *queue, struct bpf_sk_buff_ptr *dropped)
{
    for (int i = 0; i < 3; i++)
        bpf_qdisc_skb_drop(packet, dropped);
    return 1;
}

QUEUE(packet_dropped_in_each_round);
