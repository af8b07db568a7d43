#include "bpf.h"

struct traffic {
	__s64 packets;
	__s64 bytes;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, __u16);
	__type(value, struct traffic);
} Closed SEC(".maps");

__s64 passed;

static __always_inline int read_port(struct bpf_dynptr *packet, __u8 protocol, __u32 offset)
{
	__u16 buffer[2], *ports;

	if (protocol != IPPROTO_TCP && protocol != IPPROTO_UDP)
		return 0;
	ports = bpf_dynptr_slice(packet, offset, buffer, sizeof(buffer));
	return ports ? bpf_ntohs(ports[1]) : 0;
}

static __always_inline int find_port(struct bpf_dynptr *packet)
{
	__u8 buffer[sizeof(struct ipv6hdr)];
	struct ethhdr *eth;
	struct iphdr *ip;
	struct ipv6hdr *ip6;

	eth = bpf_dynptr_slice(packet, 0, buffer, sizeof(*eth));
	if (!eth)
		return 0;
	if (eth->h_proto == bpf_htons(ETH_P_IP)) {
		ip = bpf_dynptr_slice(packet, sizeof(*eth), buffer, sizeof(*ip));
		if (!ip || ip->frag_off & bpf_htons(IP_OFFSET))
			return 0;
		return read_port(packet, ip->protocol, sizeof(*eth) + ip->ihl * 4);
	}
	if (eth->h_proto != bpf_htons(ETH_P_IPV6))
		return 0;
	ip6 = bpf_dynptr_slice(packet, sizeof(*eth), buffer, sizeof(*ip6));
	return ip6 ? read_port(packet, ip6->nexthdr, sizeof(*eth) + sizeof(*ip6)) : 0;
}

SEC("xdp")
int OnPacket(struct xdp_md *xdp)
{
	struct traffic *counter;
	struct bpf_dynptr packet;
	__u64 length = bpf_xdp_get_buff_len(xdp);
	__u16 port;

	if (bpf_dynptr_from_xdp(xdp, 0, &packet))
		return XDP_PASS;
	port = find_port(&packet);
	if (!port)
		return XDP_PASS;
	counter = bpf_map_lookup_elem(&Closed, &port);
	if (!counter) {
		__sync_fetch_and_add(&passed, 1);
		return XDP_PASS;
	}
	__sync_fetch_and_add(&counter->packets, 1);
	__sync_fetch_and_add(&counter->bytes, length);
	return XDP_DROP;
}
