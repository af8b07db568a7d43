#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 4096);
} ringbuf SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 4);
    __type(key, u32);
    __type(value, u64);
} numbers SEC(".maps");

volatile u64 total;

SEC("tc")
int held_by_flag(struct __sk_buff *skb)
{
    bool held = false;
    struct bpf_dynptr ptr;
    if (bpf_get_prandom_u32() > 5) {
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
        held = true;
    }
    total++;
    if (held)
        bpf_ringbuf_submit_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int looked_up_by_flag(struct __sk_buff *skb)
{
    u32 key = 0;
    u64 *value = bpf_map_lookup_elem(&numbers, &key);
    bool ok = false;
    if (value)
        ok = true;
    total++;
    if (ok)
        *value = 1;
    return 0;
}

SEC("tc")
int constant_reservation_of_one_gigabyte(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 1u << 30, 0);
    if (!record)
        return 0;
    record[0] = 1;
    bpf_ringbuf_submit(record, 0);
    return 0;
}

SEC("tc")
int constant_reservation_of_four_gigabytes(struct __sk_buff *skb)
{
    u8 *record = bpf_ringbuf_reserve(&ringbuf, 1ull << 32, 0);
    if (!record)
        return 0;
    record[0] = 1;
    bpf_ringbuf_submit(record, 0);
    return 0;
}

SEC("tc")
int dynptr_reservation_of_varying_size(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, bpf_get_prandom_u32(), 0, &ptr);
    bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int reserved_in_a_loop_with_a_break(struct __sk_buff *skb)
{
    for (int i = 0; i < 8; i++) {
        struct bpf_dynptr ptr;
        if (bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr) != 0) {
            bpf_ringbuf_discard_dynptr(&ptr, 0);
            break;
        }
        if (bpf_get_prandom_u32() == 3) {
            bpf_ringbuf_discard_dynptr(&ptr, 0);
            continue;
        }
        bpf_ringbuf_submit_dynptr(&ptr, 0);
    }
    return 0;
}

SEC("tc")
int reserved_for_the_next_round(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    for (int i = 0; i < 4; i++) {
        bpf_ringbuf_submit_dynptr(&ptr, 0);
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    }
    bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}
