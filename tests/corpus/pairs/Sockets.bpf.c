#include "pairs.h"

char _license[] SEC("license") = "GPL";

SEC("tc")
int tcp_socket_released(struct __sk_buff *skb)
{
    struct bpf_sock_tuple tuple = {};
    tuple.ipv4.sport = 0x0100;
    tuple.ipv4.dport = 0x0200;
    struct bpf_sock *socket = (void *)bpf_sk_lookup_tcp(skb, &tuple, sizeof(tuple.ipv4), BPF_F_CURRENT_NETNS, 0);
    if (!socket)
        return 2;
    bpf_sk_release(socket);
    return 1;
}

SEC("xdp")
int udp_socket_released(struct xdp_md *xdp)
{
    struct bpf_sock_tuple tuple = {};
    tuple.ipv4.sport = 0x0100;
    tuple.ipv4.dport = 0x0200;
    struct bpf_sock *socket = (void *)bpf_sk_lookup_udp(xdp, &tuple, sizeof(tuple.ipv4), BPF_F_CURRENT_NETNS, 0);
    if (!socket)
        return 2;
    bpf_sk_release(socket);
    return 1;
}

SEC("tc")
int tcp_connection_released(struct __sk_buff *skb)
{
    struct bpf_sock_tuple tuple = {};
    tuple.ipv4.sport = 0x0100;
    tuple.ipv4.dport = 0x0200;
    struct bpf_sock *socket = (void *)bpf_skc_lookup_tcp(skb, &tuple, sizeof(tuple.ipv4), BPF_F_CURRENT_NETNS, 0);
    if (!socket)
        return 2;
    bpf_sk_release(socket);
    return 1;
}

SEC("tc")
int tcp_socket_kept(struct __sk_buff *skb)
{
    struct bpf_sock_tuple tuple = {};
    tuple.ipv4.sport = 0x0100;
    tuple.ipv4.dport = 0x0200;
    struct bpf_sock *socket = (void *)bpf_sk_lookup_tcp(skb, &tuple, sizeof(tuple.ipv4), BPF_F_CURRENT_NETNS, 0);
    return socket ? 1 : 2;
}

SEC("tc")
int tcp_socket_kept_on_one_path(struct __sk_buff *skb)
{
    struct bpf_sock_tuple tuple = {};
    tuple.ipv4.sport = 0x0100;
    tuple.ipv4.dport = 0x0200;
    struct bpf_sock *socket = (void *)bpf_sk_lookup_tcp(skb, &tuple, sizeof(tuple.ipv4), BPF_F_CURRENT_NETNS, 0);
    if (!socket)
        return 2;
    if (skb->len < 100)
        return 0;
    bpf_sk_release(socket);
    return 1;
}

SEC("tc")
int tcp_socket_released_untested(struct __sk_buff *skb)
{
    struct bpf_sock_tuple tuple = {};
    tuple.ipv4.sport = 0x0100;
    tuple.ipv4.dport = 0x0200;
    struct bpf_sock *socket = (void *)bpf_sk_lookup_tcp(skb, &tuple, sizeof(tuple.ipv4), BPF_F_CURRENT_NETNS, 0);
    bpf_sk_release(socket);
    return 1;
}

SEC("tc")
int tcp_socket_released_twice(struct __sk_buff *skb)
{
    struct bpf_sock_tuple tuple = {};
    tuple.ipv4.sport = 0x0100;
    tuple.ipv4.dport = 0x0200;
    struct bpf_sock *socket = (void *)bpf_sk_lookup_tcp(skb, &tuple, sizeof(tuple.ipv4), BPF_F_CURRENT_NETNS, 0);
    if (!socket)
        return 2;
    bpf_sk_release(socket);
    bpf_sk_release(socket);
    return 1;
}

SEC("xdp")
int socket_of_a_tuple_in_the_packet(struct xdp_md *xdp)
{
    u8 *data = (void *)(long)xdp->data, *end = (void *)(long)xdp->data_end;
    if (data + 38 > end)
        return 0;
    struct bpf_sock *socket = bpf_sk_lookup_tcp(xdp, (void *)(data + 26), 12, BPF_F_CURRENT_NETNS, 0);
    if (socket)
        bpf_sk_release(socket);
    return 1;
}

SEC("xdp")
int socket_of_a_tuple_half_in_the_packet(struct xdp_md *xdp)
{
    u8 *data = (void *)(long)xdp->data, *end = (void *)(long)xdp->data_end;
    if (data + 34 > end)
        return 0;
    struct bpf_sock *socket = bpf_sk_lookup_tcp(xdp, (void *)(data + 26), 12, BPF_F_CURRENT_NETNS, 0);
    if (socket)
        bpf_sk_release(socket);
    return 1;
}

SEC("tc")
int socket_of_another_length(struct __sk_buff *skb)
{
    u8 tuple[16] = {};
    struct bpf_sock *socket = bpf_sk_lookup_udp(skb, (void *)tuple, sizeof(tuple), BPF_F_CURRENT_NETNS, 0);
    if (!socket)
        return 2;
    bpf_sk_release(socket);
    return 1;
}

SEC("cgroup_skb/ingress")
int ipv6_socket_in_a_control_group(struct __sk_buff *skb)
{
    struct bpf_sock_tuple tuple = {};
    tuple.ipv6.dport = 0x3500;
    struct bpf_sock *socket = bpf_sk_lookup_udp(skb, &tuple, sizeof(tuple.ipv6), BPF_F_CURRENT_NETNS, 0);
    if (socket)
        bpf_sk_release(socket);
    return 1;
}

SEC("socket")
int socket_in_a_filter(struct __sk_buff *skb)
{
    struct bpf_sock_tuple tuple = {};
    tuple.ipv4.dport = 0x3500;
    struct bpf_sock *socket = bpf_sk_lookup_udp(skb, &tuple, sizeof(tuple.ipv4), BPF_F_CURRENT_NETNS, 0);
    if (socket)
        bpf_sk_release(socket);
    return 1;
}
