#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct flags {
    bool f;
    u8 x;
    u16 unused;
};

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 4096);
} ringbuf SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 4);
    __type(key, u32);
    __type(value, struct bytes64);
} blocks SEC(".maps");

volatile u64 total;
volatile u32 count;
volatile int counter;

SEC("tc")
int three_hundred_thousand_rounds(struct __sk_buff *skb)
{
    for (int i = 0; i < 300000; i++) {
        total += bpf_get_prandom_u32();
        count ^= (u32)total;
    }
    return 0;
}

SEC("tc")
int ten_thousand_rounds(struct __sk_buff *skb)
{
    for (int i = 0; i < 10000; i++) {
        total += bpf_get_prandom_u32();
        count ^= (u32)total;
    }
    return 0;
}

SEC("tc")
int shifted_to_zero(struct __sk_buff *skb)
{
    int c = 0;
    for (u32 x = bpf_get_prandom_u32(); x != 0; x >>= 1) {
        c++;
        count += x;
    }
    return c;
}

SEC("tc")
int divided_to_one_digit(struct __sk_buff *skb)
{
    u32 x = bpf_get_prandom_u32();
    int c = 0;
    while (x > 9) {
        x /= 10;
        c++;
        count += x;
    }
    return c;
}

SEC("tc")
int unsigned_countdown(struct __sk_buff *skb)
{
    u32 n = bpf_get_prandom_u32() & 63;
    while (n-- > 0)
        count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int until_equal(struct __sk_buff *skb)
{
    for (int i = 0; i != 10; i++) {
        count += bpf_get_prandom_u32();
        barrier_var(i);
    }
    return 0;
}

SEC("tc")
int until_equal_by_steps(struct __sk_buff *skb)
{
    for (int i = 0; i != 20; i += 2) {
        count += bpf_get_prandom_u32();
        barrier_var(i);
    }
    return 0;
}

SEC("tc")
int left_by_break(struct __sk_buff *skb)
{
    int i = 0;
    for (;;) {
        if (i >= 10)
            break;
        count += bpf_get_prandom_u32();
        i++;
        barrier_var(i);
    }
    return 0;
}

SEC("tc")
int counted_before_the_test(struct __sk_buff *skb)
{
    int i = 0;
    while (1) {
        if (++i > 5)
            break;
        count += bpf_get_prandom_u32();
        barrier_var(i);
    }
    return 0;
}

SEC("tc")
int tested_at_the_end(struct __sk_buff *skb)
{
    int i = 0;
    do {
        count += bpf_get_prandom_u32();
        barrier_var(i);
    } while (++i < 10);
    return 0;
}

SEC("tc")
int downwards(struct __sk_buff *skb)
{
    u32 n = bpf_get_prandom_u32() & 63;
    for (u32 i = n; i > 0; i--)
        count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int signed_countdown(struct __sk_buff *skb)
{
    int n = bpf_get_prandom_u32() & 63;
    while (n-- > 0)
        count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int countdown_before_the_test(struct __sk_buff *skb)
{
    int n = (bpf_get_prandom_u32() & 63) + 1;
    while (--n > 0)
        count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int two_counters(struct __sk_buff *skb)
{
    for (int i = 0, j = 31; i < j; i++, j--) {
        count += bpf_get_prandom_u32();
        barrier_var(i);
        barrier_var(j);
    }
    return 0;
}

SEC("tc")
int counter_in_a_global(struct __sk_buff *skb)
{
    for (counter = 0; counter < 10; counter++)
        count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int counter_in_a_struct(struct __sk_buff *skb)
{
    struct flags f = {};
    for (f.x = 0; f.x < 10; f.x++)
        count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int step_by_branch(struct __sk_buff *skb)
{
    for (int i = 0; i < 100;) {
        if (bpf_get_prandom_u32() > 5)
            i += 1;
        else
            i += 2;
        count++;
    }
    return 0;
}

SEC("tc")
int step_of_at_least_one(struct __sk_buff *skb)
{
    u32 st = (bpf_get_prandom_u32() & 7) + 1;
    for (u32 i = 0; i < 100; i += st)
        count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int step_of_zero(struct __sk_buff *skb)
{
    u32 st = bpf_get_prandom_u32() & 7;
    for (u32 i = 0; i < 100; i += st)
        count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int step_that_may_go_past_the_end(struct __sk_buff *skb)
{
    u32 st = bpf_get_prandom_u32() | 7;
    for (u32 i = 0; i < 100; i += st)
        count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int step_that_is_not_too_large(struct __sk_buff *skb)
{
    u32 st = (bpf_get_prandom_u32() & 255) | 7;
    for (u32 i = 0; i < 100; i += st)
        count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int step_on_one_branch(struct __sk_buff *skb)
{
    for (int i = 0; i < 100;) {
        if (bpf_get_prandom_u32() > 5)
            i += 1;
        count++;
    }
    return 0;
}

SEC("tc")
int records_of_varying_length(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[2];
    u32 off = 0;
    bpf_dynptr_from_skb(skb, 0, &ptr);
    for (int i = 0; i < 16; i++) {
        if (bpf_dynptr_read(buffer, 2, &ptr, off, 0))
            break;
        if (buffer[1] < 2)
            break;
        off += buffer[1];
    }
    return off;
}

SEC("tc")
int decimal_digits(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    u32 v = bpf_get_prandom_u32();
    int n = 0;
    do {
        buffer[n++] = '0' + v % 10;
        v /= 10;
    } while (v != 0 && n < 16);
    return buffer[0];
}

SEC("tc")
int hexadecimal_digits(struct __sk_buff *skb)
{
    u8 buffer[8];
    u32 v = bpf_get_prandom_u32();
    for (int i = 7; i >= 0; i--) {
        u32 d = v & 15;
        buffer[i] = d < 10 ? '0' + d : 'a' + d - 10;
        v >>= 4;
    }
    return buffer[0];
}

SEC("tc")
int length_of_a_string(struct __sk_buff *skb)
{
    u8 buffer[16];
    bpf_get_current_comm(buffer, 16);
    u32 n = 0;
    while (n < 16 && buffer[n])
        n++;
    return bpf_ringbuf_output(&ringbuf, buffer, n, 0);
}

SEC("tc")
int position_in_a_buffer(struct __sk_buff *skb)
{
    u8 buffer[16];
    bpf_get_current_comm(buffer, 16);
    int at = -1;
    for (int i = 0; i < 16; i++)
        if (buffer[i] == 'x') {
            at = i;
            break;
        }
    if (at < 0)
        return 0;
    return buffer[at];
}

SEC("tc")
int lowest_bits_cleared(struct __sk_buff *skb)
{
    u32 x = bpf_get_prandom_u32();
    int c = 0;
    while (x) {
        x &= x - 1;
        c++;
        count++;
    }
    return c;
}

SEC("tc")
int nested(struct __sk_buff *skb)
{
    for (int i = 0; i < 100; i++)
        for (int j = 0; j < 100; j++)
            count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int nested_million(struct __sk_buff *skb)
{
    for (int i = 0; i < 1000; i++)
        for (int j = 0; j < 1000; j++)
            count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int doubling(struct __sk_buff *skb)
{
    for (u32 i = 1; i < 1000; i *= 2) {
        count += bpf_get_prandom_u32();
        barrier_var(i);
    }
    return 0;
}

SEC("tc")
int binary_search(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int lo = 0, hi = 64;
    for (int q = 0; q < 7 && lo < hi; q++) {
        int mid = (lo + hi) / 2;
        if (value->bytes[mid & 63] < 5)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

SEC("tc")
int nested_seven_times(struct __sk_buff *skb)
{
    for (int again = 0; again < (int)(bpf_get_prandom_u32() & 7); again++)
        for (int i = 0; i < 100; i++)
            for (int j = 0; j < 100; j++)
                count += bpf_get_prandom_u32();
    return 0;
}

SEC("tc")
int nested_thirty_one_times(struct __sk_buff *skb)
{
    for (int again = 0; again < (int)(bpf_get_prandom_u32() & 31); again++)
        for (int i = 0; i < 100; i++)
            for (int j = 0; j < 100; j++)
                count += bpf_get_prandom_u32();
    return 0;
}
