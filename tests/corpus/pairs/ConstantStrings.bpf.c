#include "pairs.h"

char _license[] SEC("license") = "GPL";

SEC("tc")
int strncmp_with_a_buffer(struct __sk_buff *skb)
{
    char a[8] = {}, buffer[8] = {};
    bpf_get_current_comm(a, 8);
    bpf_get_current_comm(buffer, 8);
    return bpf_strncmp(a, 8, buffer);
}
