#include "pairs.h"

char _license[] SEC("license") = "GPL";

u64 memory;
struct bytes64 block;

SEC("tc")
int numbers_as_a_dynptr(struct __sk_buff *skb)
{
    u64 numbers[2] = {};
    return bpf_dynptr_size((struct bpf_dynptr *)numbers);
}

SEC("tc")
int numbers_read_as_a_dynptr(struct __sk_buff *skb)
{
    u64 numbers[2] = {};
    int value = 0;
    bpf_dynptr_read(&value, 4, (struct bpf_dynptr *)numbers, 0, 0);
    return value;
}

SEC("tc")
int pointer_to_numbers_as_a_dynptr(struct __sk_buff *skb)
{
    u64 numbers[2] = {};
    u64 *pointer = numbers;
    barrier_var(pointer);
    return bpf_dynptr_size((struct bpf_dynptr *)pointer);
}

SEC("tc")
int dynptr_in_static_memory(struct __sk_buff *skb)
{
    bpf_dynptr_from_skb(skb, 0, (struct bpf_dynptr *)&block);
    return 0;
}

SEC("tc")
int dynptr_of_its_own(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_mem(&memory, 8, 0, &ptr);
    return bpf_dynptr_size(&ptr);
}

SEC("tc")
int dynptr_by_another_name(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_skb(skb, 0, &ptr);
    struct bpf_dynptr *same = &ptr;
    return bpf_dynptr_size(same);
}

SEC("tc")
int default_literal(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr = {};
    return bpf_dynptr_size(&ptr);
}

SEC("tc")
int default_literal_after_a_call(struct __sk_buff *skb)
{
    bpf_ktime_get_ns();
    struct bpf_dynptr ptr = {};
    return bpf_dynptr_size(&ptr);
}

SEC("tc")
int new_dynptr(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr = {};
    return bpf_dynptr_size(&ptr);
}

SEC("tc")
int new_dynptr_after_a_call(struct __sk_buff *skb)
{
    bpf_ktime_get_ns();
    struct bpf_dynptr ptr = {};
    int value = 0;
    bpf_dynptr_read(&value, 4, &ptr, 0, 0);
    return value;
}

SEC("tc")
int default_that_was_made_since(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr = {};
    bpf_ktime_get_ns();
    bpf_dynptr_from_mem(&memory, 8, 0, &ptr);
    return bpf_dynptr_size(&ptr);
}
