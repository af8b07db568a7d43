#include "bpf.h"

enum { MALFORMED = -1, MAX_OPTIONS = 40 };
enum { END = 0, NOP = 1, MSS = 2, WINDOW_SCALE = 3, SACK_PERMITTED = 4, TIMESTAMPS = 8 };

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 256);
	__type(key, __u32);
	__type(value, __s64);
} Seen SEC(".maps");

struct offer {
	__u16 mss;
	__u8 window_scale;
	__u8 sack_permitted;
	__u32 timestamp;
} last;

static __always_inline __u32 find_header(struct bpf_dynptr *packet)
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
		if (!ip || ip->protocol != IPPROTO_TCP || ip->frag_off & bpf_htons(IP_OFFSET))
			return 0;
		return sizeof(*eth) + ip->ihl * 4;
	}
	if (eth->h_proto != bpf_htons(ETH_P_IPV6))
		return 0;
	ip6 = bpf_dynptr_slice(packet, sizeof(*eth), buffer, sizeof(*ip6));
	return ip6 && ip6->nexthdr == IPPROTO_TCP ? sizeof(*eth) + sizeof(*ip6) : 0;
}

static __always_inline int read_value(struct bpf_dynptr *packet, __u8 kind, __u32 offset, int length)
{
	__u32 times[2];
	__u16 mss;
	int err;

	switch (kind) {
	case MSS:
		if (length != sizeof(mss))
			return MALFORMED;
		err = bpf_dynptr_read(&mss, sizeof(mss), packet, offset, 0);
		last.mss = bpf_ntohs(mss);
		return err;
	case WINDOW_SCALE:
		if (length != 1)
			return MALFORMED;
		return bpf_dynptr_read(&last.window_scale, 1, packet, offset, 0);
	case SACK_PERMITTED:
		if (length)
			return MALFORMED;
		last.sack_permitted = 1;
		return 0;
	case TIMESTAMPS:
		if (length != sizeof(times))
			return MALFORMED;
		err = bpf_dynptr_read(times, sizeof(times), packet, offset, 0);
		last.timestamp = bpf_ntohl(times[0]);
		return err;
	}
	return 0;
}

static __always_inline int read_options(struct bpf_dynptr *packet, __u32 offset, __u32 end)
{
	int count = 0;

	while (offset < end && count < MAX_OPTIONS) {
		__u8 kind, length;
		__u32 key;
		__s64 *seen;

		if (bpf_dynptr_read(&kind, sizeof(kind), packet, offset, 0))
			return MALFORMED;
		if (kind == END)
			break;
		count++;
		key = kind;
		seen = bpf_map_lookup_elem(&Seen, &key);
		if (seen)
			(*seen)++;
		if (kind == NOP) {
			offset++;
			continue;
		}
		if (bpf_dynptr_read(&length, sizeof(length), packet, offset + 1, 0) || length < 2 || offset + length > end)
			return MALFORMED;
		if (read_value(packet, kind, offset + 2, length - 2))
			return MALFORMED;
		offset += length;
	}
	return count;
}

SEC("tc")
int OnPacket(struct __sk_buff *skb)
{
	struct bpf_dynptr packet;
	struct tcphdr buffer, *tcp;
	__u32 header;

	__builtin_memset(&last, 0, sizeof(last));
	if (bpf_dynptr_from_skb(skb, 0, &packet))
		return 0;
	header = find_header(&packet);
	if (!header)
		return 0;
	tcp = bpf_dynptr_slice(&packet, header, &buffer, sizeof(buffer));
	return tcp ? read_options(&packet, header + sizeof(*tcp), header + tcp->doff * 4) : MALFORMED;
}
