#include "pairs.h"

char _license[] SEC("license") = "GPL";

u32 count;

SEC("tc")
int rounds_by_chance_for_each_bit_of_chance(struct __sk_buff *skb)
{
    u32 found = 0;
    for (u32 x = bpf_get_prandom_u32(); x != 0; x >>= 1)
        for (u32 i = 0; i < (bpf_get_prandom_u32() & 3); i++)
            found++;
    return found;
}

SEC("tc")
int rounds_by_chance_while_bits_are_left(struct __sk_buff *skb)
{
    u32 found = 0;
    for (u32 x = bpf_get_prandom_u32(); x != 0; x &= 0x7fffffff)
        for (u32 i = 0; i < (bpf_get_prandom_u32() & 3); i++)
            found++;
    return found;
}

SEC("tc")
int rounds_that_count_on_for_each_bit(struct __sk_buff *skb)
{
    int found = 0;
    for (int x = 256; x > 0; x >>= 1)
        while (bpf_get_prandom_u32() > 5 && found < 10)
            found++;
    return found;
}

SEC("tc")
int rounds_that_count_something_else_for_each_bit(struct __sk_buff *skb)
{
    int found = 0;
    for (int x = 256; x > 0; x >>= 1) {
        while (bpf_get_prandom_u32() > 5 && found < 10)
            count++;
        found++;
    }
    return found;
}

SEC("tc")
int checksum_of_sixteen_bytes(struct __sk_buff *skb)
{
    u8 bytes[16] = {};
    if (bpf_skb_load_bytes(skb, 0, bytes, 16))
        return 0;
    u32 sum = 0xffffffff;
    for (int i = 0; i < 16; i++) {
        sum ^= bytes[i];
        for (int k = 0; k < 8; k++)
            sum = sum & 1 ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
    }
    count = sum;
    return 0;
}

SEC("tc")
int multiplied_bit_by_bit(struct __sk_buff *skb)
{
    u32 a = skb->len, b = bpf_get_prandom_u32() & 0xff, product = 0;
    while (b != 0) {
        if (b & 1)
            product += a;
        a <<= 1;
        b >>= 1;
    }
    count = product;
    return 0;
}

SEC("tc")
int rounds_that_count_on_to_forty(struct __sk_buff *skb)
{
    int found = 0;
    for (int x = 256; x > 0; x >>= 1)
        while (bpf_get_prandom_u32() > 5 && found < 40)
            found++;
    return found;
}

SEC("tc")
int counted_on_some_ways_before_bits_are_shifted_out(struct __sk_buff *skb)
{
    u8 byte;
    int found = 0;
    for (int i = 0; i < 64; i++) {
        if (bpf_skb_load_bytes(skb, i, &byte, 1))
            break;
        if (byte == 0)
            continue;
        found++;
    }
    u32 bits = skb->len & 0xff;
    while (bits != 0)
        bits >>= 1;
    return found;
}
