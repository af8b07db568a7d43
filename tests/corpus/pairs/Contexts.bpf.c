#include "pairs.h"

char _license[] SEC("license") = "GPL";

volatile u64 total;

SEC("tc")
int protocol_and_hash_read(struct __sk_buff *skb)
{
    total = skb->protocol + skb->hash;
    return 0;
}

SEC("socket")
int length_read_in_a_socket_filter(struct __sk_buff *skb)
{
    total = skb->len;
    return 0;
}

SEC("flow_dissector")
int length_read_in_a_flow_dissector(struct __sk_buff *skb)
{
    total = skb->len;
    return 0;
}

SEC("flow_dissector")
int linear_length_read_in_a_flow_dissector(struct __sk_buff *skb)
{
    total = skb->data_end - skb->data;
    return 0;
}

SEC("socket")
int linear_length_read_in_a_socket_filter(struct __sk_buff *skb)
{
    total = skb->data_end - skb->data;
    return 0;
}

SEC("tc")
int metadata_length_read(struct __sk_buff *skb)
{
    total = skb->data - skb->data_meta;
    return 0;
}

SEC("cgroup_skb/ingress")
int metadata_length_read_in_a_control_group(struct __sk_buff *skb)
{
    total = skb->data - skb->data_meta;
    return 0;
}

SEC("tp_btf/kfree_skb")
int BPF_PROG(hash_read_of_a_traced_packet, struct sk_buff *skb)
{
    total = skb->hash;
    return 0;
}

SEC("tp_btf/kfree_skb")
int BPF_PROG(hash_written_of_a_traced_packet, struct sk_buff *skb)
{
    skb->hash = 5;
    return 0;
}

SEC("cgroup/connect4")
int address_written(struct bpf_sock_addr *ctx)
{
    ctx->user_ip4 = 5;
    ctx->user_port = 6;
    return 1;
}

SEC("cgroup/connect6")
int address_of_the_other_version_written(struct bpf_sock_addr *ctx)
{
    ctx->user_ip4 = 5;
    return 1;
}

SEC("cgroup/connect4")
int family_written(struct bpf_sock_addr *ctx)
{
    ctx->user_family = 5;
    return 1;
}

SEC("cgroup/connect4")
int half_of_a_port_read(struct bpf_sock_addr *ctx)
{
    total = *(volatile u16 *)&ctx->user_port;
    return 1;
}

SEC("cgroup/connect4")
int half_of_a_port_written(struct bpf_sock_addr *ctx)
{
    *(volatile u16 *)&ctx->user_port = 5;
    return 1;
}

SEC("cgroup/connect4")
int half_of_a_family_read(struct bpf_sock_addr *ctx)
{
    total = *(volatile u16 *)&ctx->user_family;
    return 1;
}
