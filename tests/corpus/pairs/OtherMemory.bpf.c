#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct two_numbers {
    u64 a;
    u64 b;
};

struct two_numbers memory;
volatile u64 total;

SEC("tc")
int variable_as_dynptr(struct __sk_buff *skb)
{
    struct two_numbers v = {};
    total = bpf_dynptr_size((struct bpf_dynptr *)&v);
    return 0;
}

SEC("tc")
int pointer_as_dynptr(struct __sk_buff *skb)
{
    struct two_numbers v = {};
    u32 five = 5;
    bpf_dynptr_write((struct bpf_dynptr *)&v, 0, &five, 4, 0);
    return 0;
}

SEC("tc")
int dynptr_in_static_memory(struct __sk_buff *skb)
{
    bpf_dynptr_from_skb(skb, 0, (struct bpf_dynptr *)&memory);
    return 0;
}

SEC("tc")
int dynptr_in_a_variable(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_skb(skb, 0, &ptr);
    total = bpf_dynptr_size(&ptr);
    return 0;
}

SEC("tc")
int default_as_dynptr(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr = {};
    total = bpf_ktime_get_ns();
    total = bpf_dynptr_size(&ptr);
    return 0;
}

SEC("tc")
int new_dynptr_as_dynptr(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_skb(skb, 0, &ptr);
    total = bpf_dynptr_size(&ptr);
    struct bpf_dynptr other = {};
    total = bpf_dynptr_size(&other);
    return 0;
}
