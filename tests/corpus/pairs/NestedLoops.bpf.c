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
