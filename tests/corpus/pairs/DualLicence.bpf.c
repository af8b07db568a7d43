#include "pairs.h"

char _license[] SEC("license") = "Dual BSD/GPL";

RING_BUFFER(ringbuf, 4096);

u64 memory;

SEC("tc")
int kernel_function_in_dual_licence(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_skb(skb, 0, &ptr);
    return 0;
}

SEC("tc")
int size_of_a_dynptr_in_dual_licence(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_mem(&memory, 8, 0, &ptr);
    return bpf_dynptr_size(&ptr);
}

SEC("tc")
int print_in_dual_licence(struct __sk_buff *skb)
{
    bpf_printk("a packet");
    return 0;
}

static __noinline void print_by_a_method_in_dual_licence__print(void)
{
    bpf_printk("a packet");
}

SEC("tc")
int print_by_a_method_in_dual_licence(struct __sk_buff *skb)
{
    print_by_a_method_in_dual_licence__print();
    return 0;
}

SEC("tc")
int ring_buffer_in_dual_licence(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u32 five = 5;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    bpf_dynptr_write(&ptr, 0, &five, 4, 0);
    bpf_ringbuf_submit_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int bytes_of_a_packet_in_dual_licence(struct __sk_buff *skb)
{
    u8 buffer[8];
    return bpf_skb_load_bytes(skb, 0, buffer, 8);
}
