#include "pairs.h"

char _license[] SEC("license") = "GPL";

volatile u32 count;

SEC("tc")
int any_of_a_few_numbers_up_to_one(struct __sk_buff *skb)
{
    for (u32 i = bpf_get_prandom_u32() & 15; i != 30000; i++)
        count += i;
    return 0;
}

SEC("tc")
int any_of_a_few_even_numbers_up_to_an_even_one(struct __sk_buff *skb)
{
    for (u32 i = bpf_get_prandom_u32() & 14; i != 30000; i += 2)
        count += i;
    return 0;
}

SEC("tc")
int any_of_a_few_numbers_by_twos_past_one(struct __sk_buff *skb)
{
    for (u32 i = bpf_get_prandom_u32() & 15; i != 30000; i += 2)
        count += i;
    return 0;
}

SEC("tc")
int any_of_a_few_numbers_up_to_one_among_them(struct __sk_buff *skb)
{
    for (u32 i = bpf_get_prandom_u32() & 31; i != 20; i++)
        count += i;
    return 0;
}

SEC("tc")
int any_of_a_few_numbers_down_to_one(struct __sk_buff *skb)
{
    for (u32 i = (bpf_get_prandom_u32() & 15) + 20000; i != 0; i--)
        count += i;
    return 0;
}

SEC("tc")
int doubled_or_enlarged_to_an_even_number(struct __sk_buff *skb)
{
    u32 a = bpf_get_prandom_u32();
    while (a > 1) {
        a = (a & 1) ? a + 3 : a << 1;
        count++;
    }
    return 0;
}

SEC("tc")
int doubled_or_enlarged_to_a_number_of_eights(struct __sk_buff *skb)
{
    u32 a = bpf_get_prandom_u32();
    while (a > 1) {
        a = (a & 1) ? (a | 7) + 1 : a << 1;
        count++;
    }
    return 0;
}
