#include "pairs.h"

char _license[] SEC("license") = "GPL";

MAP_OF(DEVMAP, devices, u32, u32);
MAP_OF(DEVMAP_HASH, named_devices, u32, u32);
MAP_OF(CPUMAP, processors, u32, u32);
MAP_OF(XSKMAP, sockets, u32, u32);

struct found {
    int result;
    u32 sum;
} found;

SEC("xdp")
int redirected_by_a_map(struct xdp_md *xdp)
{
    return bpf_redirect_map(&devices, 3, XDP_PASS);
}

SEC("xdp")
int redirected_by_a_map_with_other_flags(struct xdp_md *xdp)
{
    return bpf_redirect_map(&devices, 0, 32);
}

SEC("xdp")
int redirected_to_all(struct xdp_md *xdp)
{
    return bpf_redirect_map(&named_devices, 0, BPF_F_BROADCAST | BPF_F_EXCLUDE_INGRESS);
}

SEC("xdp")
int redirected_to_a_processor(struct xdp_md *xdp)
{
    return bpf_redirect_map(&processors, 0, XDP_DROP);
}

SEC("xdp")
int redirected_to_all_processors(struct xdp_md *xdp)
{
    return bpf_redirect_map(&processors, 0, BPF_F_BROADCAST);
}

SEC("xdp")
int redirected_to_a_socket(struct xdp_md *xdp)
{
    return bpf_redirect_map(&sockets, 1, XDP_TX);
}

SEC("tc")
int redirected_by_a_map_in_a_classifier(struct __sk_buff *skb)
{
    return bpf_redirect_map(&devices, 3, 0);
}

SEC("xdp")
int pointer_behind_a_redirect(struct xdp_md *xdp)
{
    u8 *data = (void *)(long)xdp->data, *end = (void *)(long)xdp->data_end;
    if (data + 14 > end)
        return 0;
    bpf_redirect_map(&devices, 3, 0);
    return data[13];
}

SEC("tc")
int redirected_to_a_peer(struct __sk_buff *skb)
{
    return bpf_redirect_peer(7, 0);
}

SEC("tc")
int redirected_to_a_peer_with_flags(struct __sk_buff *skb)
{
    return bpf_redirect_peer(7, 1);
}

SEC("xdp")
int redirected_to_a_peer_in_xdp(struct xdp_md *xdp)
{
    return bpf_redirect_peer(7, 0);
}

SEC("tc")
int redirected_to_a_neighbour(struct __sk_buff *skb)
{
    return bpf_redirect_neigh(7, NULL, 0, 0);
}

SEC("tc")
int redirected_to_a_next_hop(struct __sk_buff *skb)
{
    struct bpf_redir_neigh hop = { .nh_family = 2 };
    hop.ipv4_nh = 0x0100000a;
    return bpf_redirect_neigh(7, &hop, sizeof(hop), 0);
}

SEC("tc")
int redirected_to_a_short_next_hop(struct __sk_buff *skb)
{
    u8 hop[8] = { 2 };
    return bpf_redirect_neigh(7, (void *)hop, sizeof(hop), 0);
}

SEC("tc")
int redirected_to_a_next_hop_in_the_packet(struct __sk_buff *skb)
{
    u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
    if (data + 34 > end)
        return 0;
    return bpf_redirect_neigh(7, (void *)data, 20, 0);
}

SEC("tc")
int redirected_to_a_next_hop_of_unknown_length(struct __sk_buff *skb)
{
    u8 hop[20] = {};
    return bpf_redirect_neigh(7, (void *)hop, bpf_get_prandom_u32(), 0);
}

SEC("xdp")
int route_through_no_interface(struct xdp_md *xdp)
{
    struct bpf_fib_lookup query = { .family = 2, .l4_protocol = 17, .tot_len = 0, .ifindex = 77777 };
    query.sport = 0x0700;
    query.ipv4_src = 0x0100000a;
    query.ipv4_dst = 0x0200000a;
    int result = bpf_fib_lookup(xdp, &query, sizeof(query), 0);
    struct found value = { result, query.ifindex + query.tot_len + query.tbid + query.ipv4_dst };
    found = value;
    return result;
}

SEC("xdp")
int route_of_an_unknown_family(struct xdp_md *xdp)
{
    struct bpf_fib_lookup query = { .family = 1, .l4_protocol = 17, .tot_len = 0, .ifindex = 1 };
    query.sport = 0x0700;
    query.ipv4_src = 0x0100000a;
    query.ipv4_dst = 0x0200000a;
    int result = bpf_fib_lookup(xdp, &query, sizeof(query), 0);
    struct found value = { result, query.ifindex + query.tot_len + query.tbid + query.ipv4_dst };
    found = value;
    return result;
}

SEC("xdp")
int route_with_unknown_flags(struct xdp_md *xdp)
{
    struct bpf_fib_lookup query = { .family = 2, .l4_protocol = 17, .tot_len = 0, .ifindex = 1 };
    query.sport = 0x0700;
    query.ipv4_src = 0x0100000a;
    query.ipv4_dst = 0x0200000a;
    int result = bpf_fib_lookup(xdp, &query, sizeof(query), 64);
    struct found value = { result, query.ifindex + query.tot_len + query.tbid + query.ipv4_dst };
    found = value;
    return result;
}

SEC("xdp")
int route_of_an_interface_that_forwards_nothing(struct xdp_md *xdp)
{
    struct bpf_fib_lookup query = { .family = 2, .l4_protocol = 17, .tot_len = 100, .ifindex = 1 };
    query.sport = 0x0700;
    query.ipv4_src = 0x0100000a;
    query.ipv4_dst = 0x0200000a;
    int result = bpf_fib_lookup(xdp, &query, sizeof(query), BPF_FIB_LOOKUP_DIRECT);
    struct found value = { result, query.ifindex + query.tot_len + query.tbid + query.ipv4_dst };
    found = value;
    return result;
}

SEC("xdp")
int route_that_stays_on_the_link(struct xdp_md *xdp)
{
    struct bpf_fib_lookup query = { .family = 10, .l4_protocol = 17, .tot_len = 0, .ifindex = 77777 };
    query.sport = 0x0700;
    query.ipv4_src = 0x0100000a;
    query.ipv4_dst = 0x000080fe;
    int result = bpf_fib_lookup(xdp, &query, sizeof(query), 0);
    struct found value = { result, query.ifindex + query.tot_len + query.tbid + query.ipv4_dst };
    found = value;
    return result;
}

SEC("tc")
int route_in_a_classifier(struct __sk_buff *skb)
{
    struct bpf_fib_lookup query = { .family = 2, .l4_protocol = 17, .tot_len = 0, .ifindex = 1 };
    query.sport = 0x0700;
    query.ipv4_src = 0x0100000a;
    query.ipv4_dst = 0x0200000a;
    int result = bpf_fib_lookup(skb, &query, sizeof(query), BPF_FIB_LOOKUP_OUTPUT);
    struct found value = { result, query.ifindex + query.tot_len + query.tbid + query.ipv4_dst };
    found = value;
    return result;
}

SEC("cgroup_skb/ingress")
int route_in_a_control_group(struct __sk_buff *skb)
{
    struct bpf_fib_lookup query = { .family = 2, .ifindex = 1 };
    bpf_fib_lookup(skb, &query, sizeof(query), 0);
    return 1;
}

SEC("xdp")
int route_of_what_is_in_the_packet(struct xdp_md *xdp)
{
    u8 *data = (void *)(long)xdp->data, *end = (void *)(long)xdp->data_end;
    if (data + 64 > end)
        return 0;
    return bpf_fib_lookup(xdp, (struct bpf_fib_lookup *)data, 64, 0);
}
