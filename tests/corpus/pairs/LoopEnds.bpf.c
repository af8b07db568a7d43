#include "pairs.h"

char _license[] SEC("license") = "GPL";

RING_BUFFER(ringbuf, 1 << 20);
MAP_OF(HASH, blocks, u32, struct bytes64);

volatile u32 count;

SEC("tc")
int unknown_number_counted_down(struct __sk_buff *skb)
{
    u32 a = bpf_get_prandom_u32();
    while (a > 0) {
        a--;
        count++;
    }
    return 0;
}

SEC("tc")
int masked_number_counted_down(struct __sk_buff *skb)
{
    u32 a = bpf_get_prandom_u32() & 63;
    while (a > 0) {
        a--;
        count++;
    }
    return 0;
}

SEC("tc")
int halved_or_enlarged(struct __sk_buff *skb)
{
    u32 a = bpf_get_prandom_u32();
    while (a > 1) {
        a = (a & 1) ? a + 3 : a >> 1;
        count++;
    }
    return 0;
}

SEC("tc")
int halved_or_enlarged_sixteen_times(struct __sk_buff *skb)
{
    u32 a = bpf_get_prandom_u32();
    for (int i = 0; i < 16 && a > 1; i++) {
        a = (a & 1) ? a + 3 : a >> 1;
        count++;
    }
    return 0;
}

SEC("tc")
int greatest_common_divisor(struct __sk_buff *skb)
{
    u32 a = bpf_get_prandom_u32();
    u32 b = bpf_get_prandom_u32();
    while (b != 0) {
        u32 rest = a % b;
        a = b;
        b = rest;
        count++;
    }
    return a;
}

SEC("tc")
int greatest_common_divisor_in_forty_rounds(struct __sk_buff *skb)
{
    u32 a = bpf_get_prandom_u32();
    u32 b = bpf_get_prandom_u32();
    for (int i = 0; i < 40 && b != 0; i++) {
        u32 rest = a % b;
        a = b;
        b = rest;
        count++;
    }
    return a;
}

SEC("tc")
int flag_cleared_after_twenty_rounds(struct __sk_buff *skb)
{
    int n = 0;
    bool go = true;
    while (go) {
        if (++n == 20)
            go = false;
        count++;
        barrier_var(n);
    }
    return 0;
}

SEC("tc")
int flag_cleared_by_chance(struct __sk_buff *skb)
{
    bool go = true;
    while (go) {
        if (bpf_get_prandom_u32() == 20)
            go = false;
        count++;
    }
    return 0;
}

SEC("tc")
int thirty_thousand_records(struct __sk_buff *skb)
{
    for (u32 i = 0; i < 30000; i++) {
        struct bpf_dynptr ptr;
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
        u32 copy = i;
        bpf_dynptr_write(&ptr, 0, &copy, 4, 0);
        bpf_ringbuf_submit_dynptr(&ptr, 0);
    }
    return 0;
}

SEC("tc")
int records_until_thirty_thousand(struct __sk_buff *skb)
{
    for (u32 i = 0; i != 30000; i += 1) {
        struct bpf_dynptr ptr;
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
        u32 copy = i;
        bpf_dynptr_write(&ptr, 0, &copy, 4, 0);
        bpf_ringbuf_submit_dynptr(&ptr, 0);
    }
    return 0;
}

SEC("tc")
int records_past_thirty_thousand(struct __sk_buff *skb)
{
    for (u32 i = 0; i != 30001; i += 2) {
        struct bpf_dynptr ptr;
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
        u32 copy = i;
        bpf_dynptr_write(&ptr, 0, &copy, 4, 0);
        bpf_ringbuf_submit_dynptr(&ptr, 0);
    }
    return 0;
}

SEC("tc")
int three_hundred_thousand_records(struct __sk_buff *skb)
{
    for (u32 i = 0; i < 300000; i++) {
        struct bpf_dynptr ptr;
        bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
        u32 copy = i;
        bpf_dynptr_write(&ptr, 0, &copy, 4, 0);
        bpf_ringbuf_submit_dynptr(&ptr, 0);
    }
    return 0;
}

SEC("tc")
int ten_thousand_records_or_a_break(struct __sk_buff *skb)
{
    for (u32 i = 0; i < 10000; i++) {
        struct bpf_dynptr ptr;
        if (bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr) != 0) {
            bpf_ringbuf_discard_dynptr(&ptr, 0);
            break;
        }
        bpf_ringbuf_submit_dynptr(&ptr, 0);
    }
    return 0;
}

SEC("tc")
int ten_thousand_records_that_may_be_null(struct __sk_buff *skb)
{
    for (u32 i = 0; i < 10000; i++) {
        u32 *record = bpf_ringbuf_reserve(&ringbuf, 4, 0);
        if (record) {
            *record = i;
            bpf_ringbuf_submit(record, 0);
        }
    }
    return 0;
}

SEC("tc")
int one_thousand_records_that_may_be_null(struct __sk_buff *skb)
{
    for (u32 i = 0; i < 1000; i++) {
        u32 *record = bpf_ringbuf_reserve(&ringbuf, 4, 0);
        if (record) {
            *record = i;
            bpf_ringbuf_submit(record, 0);
        }
    }
    return 0;
}

SEC("tc")
int four_thousand_comparisons(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    for (int i = 0; i < 200; i++)
        for (int j = 0; j < 20; j++)
            if (*(volatile u8 *)&value->bytes[j] != (u8)i)
                count++;
    return 0;
}

SEC("tc")
int four_thousand_different_paths(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[20] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    for (u32 i = 0; i < 200; i++) {
        if (bpf_dynptr_read(buffer, 20, &ptr, i * 20, 0))
            return 1;
        for (int j = 0; j < 20; j++)
            if (buffer[j] != 7)
                return 2;
    }
    return 0;
}

SEC("tc")
int four_hundred_different_paths(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[20] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    for (u32 i = 0; i < 20; i++) {
        if (bpf_dynptr_read(buffer, 20, &ptr, i * 20, 0))
            return 1;
        for (int j = 0; j < 20; j++)
            if (buffer[j] != 7)
                return 2;
    }
    return 0;
}

SEC("tc")
int sixteen_thousand_different_paths(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[20] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    for (u32 i = 0; i < 800; i++) {
        if (bpf_dynptr_read(buffer, 20, &ptr, i * 20, 0))
            return 1;
        for (int j = 0; j < 20; j++)
            if (buffer[j] != 7)
                return 2;
    }
    return 0;
}

SEC("tc")
int counter_written_by_in(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr) == 0)
        for (int i = 0; i < 1000; i++)
            bpf_dynptr_write(&ptr, 0, &i, 4, 0);
    bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int copy_of_the_counter_written_by_in(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr) == 0)
        for (int i = 0; i < 1000; i++) {
            int copy = i;
            bpf_dynptr_write(&ptr, 0, &copy, 4, 0);
        }
    bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int counter_as_a_key(struct __sk_buff *skb)
{
    for (u32 i = 0; i < 1000; i++) {
        struct bytes64 *value = bpf_map_lookup_elem(&blocks, &i);
        if (value)
            value->bytes[0] = 1;
    }
    return 0;
}

SEC("tc")
int copy_of_the_counter_as_a_key(struct __sk_buff *skb)
{
    for (u32 i = 0; i < 1000; i++) {
        u32 key = i;
        struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
        if (value)
            value->bytes[0] = 1;
    }
    return 0;
}

SEC("tc")
int counter_that_waits_for_a_flag(struct __sk_buff *skb)
{
    u32 n = 0;
    bool go = false;
    while (n < 8) {
        if (go)
            n++;
        go = !go;
        count++;
    }
    return 0;
}

SEC("tc")
int counter_that_waits_for_a_number(struct __sk_buff *skb)
{
    u32 n = 0;
    u32 turn = 0;
    while (n < 8) {
        if (turn == 3) {
            n++;
            turn = 0;
        } else {
            turn++;
        }
        count++;
    }
    return 0;
}

SEC("tc")
int counter_that_waits_for_chance(struct __sk_buff *skb)
{
    u32 n = 0;
    while (n < 8) {
        if ((bpf_get_prandom_u32() & 1) == 1)
            n++;
        count++;
    }
    return 0;
}

SEC("tc")
int counter_that_waits_for_two_flags(struct __sk_buff *skb)
{
    u32 n = 0;
    bool a = false, b = false;
    while (n < 8) {
        if (a) {
            if (b)
                n++;
            b = !b;
        }
        a = !a;
        count++;
    }
    return 0;
}
