/* Written from C#. clang -target bpf -mcpu=v4 -O2 -g -fwrapv -fno-strict-aliasing -fno-delete-null-pointer-checks -fno-finite-loops -fno-builtin */
typedef signed char __s8;
typedef unsigned char __u8;
typedef short __s16;
typedef unsigned short __u16;
typedef unsigned int __u32;
typedef long long __s64;
typedef unsigned long long __u64;

#define bool _Bool
#define true 1
#define false 0
#define NULL ((void *)0)
#define SEC(name) __attribute__((section(name), used))
#define __ksym __attribute__((section(".ksyms")))
#define __noinline __attribute__((noinline))
#define __always_inline inline __attribute__((always_inline))
#define __aligned(n) __attribute__((aligned(n)))
#define __packed __attribute__((packed))
#define __uint(name, value) int (*name)[value]
#define __type(name, value) typeof(value) *name

struct xdp_md {
	__u32 data;
	__u32 data_end;
	__u32 data_meta;
	__u32 ingress_ifindex;
	__u32 rx_queue_index;
	__u32 egress_ifindex;
};

struct __sk_buff {
	__u32 len;
	__u32 pkt_type;
	__u32 mark;
	__u32 queue_mapping;
	__u32 protocol;
	__u32 vlan_present;
	__u32 vlan_tci;
	__u32 vlan_proto;
	__u32 priority;
	__u32 ingress_ifindex;
	__u32 ifindex;
	__u32 tc_index;
	__u32 cb[5];
	__u32 hash;
	__u32 tc_classid;
	__u32 data;
	__u32 data_end;
	__u32 napi_id;
	__u32 family;
	__u32 remote_ip4;
	__u32 local_ip4;
	__u32 remote_ip6[4];
	__u32 local_ip6[4];
	__u32 remote_port;
	__u32 local_port;
	__u32 data_meta;
	__u64 flow_keys;
	__u64 tstamp;
	__u32 wire_len;
	__u32 gso_segs;
	__u64 sk;
	__u32 gso_size;
	__u8 tstamp_type;
	__u64 hwtstamp;
};

struct Cursor {
	__u8 *Position;
	__u8 *End;
};

struct Ipv4Address {
	__u32 Raw;
};
_Static_assert(sizeof(struct Ipv4Address) == 4, "struct Ipv4Address");

struct IpHdr {
	__u8 _versionAndLength;
	__u8 TypeOfService;
	__u16 _totalLength;
	__u16 _id;
	__u16 _fragment;
	__u8 TimeToLive;
	__u8 Protocol;
	__u16 Checksum;
	struct Ipv4Address Source;
	struct Ipv4Address Destination;
};
_Static_assert(sizeof(struct IpHdr) == 20, "struct IpHdr");

struct MacAddress {
	__u8 items[6];
};
_Static_assert(sizeof(struct MacAddress) == 6, "struct MacAddress");

struct EthHdr {
	struct MacAddress Destination;
	struct MacAddress Source;
	__u16 _protocol;
};
_Static_assert(sizeof(struct EthHdr) == 14, "struct EthHdr");

static __s64 (*const bpf_csum_diff)(void *from, __u32 from_size, void *to, __u32 to_size, __u32 seed) = (void *)28;
static long (*const bpf_skb_pull_data)(struct __sk_buff *self, __u32 length) = (void *)39;
static void *(*const bpf_map_lookup_elem)(void *self, __u32 *key) = (void *)1;

char _license[] SEC("license") = "GPL";

#define BPF_MAP_TYPE_PERCPU_ARRAY 6

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 256);
	__type(key, __u32);
	__type(value, __u64);
} packets SEC(".maps");

static __noinline bool Skip(struct Cursor *cursor, __u32 bytes);

/* tests/Dynptrs.Emit.Tests/Golden/PacketPointers.cs:99 */
SEC("xdp")
int Sum(struct xdp_md *context)
{
	__u8 *metadata;
	__u8 *data;
	__u8 *end;
	__u32 sum;

	metadata = (__u8 *)(long)context->data_meta;
	data = (__u8 *)(long)context->data;
	end = (__u8 *)(long)context->data_end;
	sum = 0;
	if (metadata + 4 <= data)
		sum = *(__u32 *)metadata;
	if (data + 14 + 20 <= end)
		sum += (__u32)bpf_csum_diff(NULL, 0, data + 14, 20, sum);
	if (data + 4 <= end)
		*(__u32 *)data = sum;
	if ((__s64)end - (__s64)data > 1000)
		return 1;
	return 2;
}

/* tests/Dynptrs.Emit.Tests/Golden/PacketPointers.cs:68 */
SEC("tc")
int CountOptions(struct __sk_buff *skb)
{
	__u8 *option;
	__u8 *end;
	__u8 found;
	int i;
	__u8 *data;
	__u8 length;

	option = (__u8 *)(long)skb->data + 34;
	end = (__u8 *)(long)skb->data_end;
	found = 0;
	i = 0;
	while (i < 10 && option + 2 <= end && option[0] != 0) {
		if (option[0] == 1) {
			option++;
		} else {
			length = option[1];
			if (length < 2)
				break;
			found = (__u8)(found + 1);
			option += (__s64)length;
		}
		i++;
	}
	data = (__u8 *)(long)skb->data;
	if (data + 1 > end)
		return 0;
	data[0] = found;
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/PacketPointers.cs:115 */
static __noinline bool Skip(struct Cursor *cursor, __u32 bytes)
{
	if (cursor->Position + (__s64)bytes > cursor->End)
		return false;
	cursor->Position += (__s64)bytes;
	return true;
}

/* tests/Dynptrs.Emit.Tests/Golden/PacketPointers.cs:51 */
SEC("tc")
int DropPort(struct __sk_buff *skb)
{
	struct Cursor cursor;
	__u8 *ip;
	__u8 *t;
	__u32 length;
	__u8 *ports;

	if (bpf_skb_pull_data(skb, 64) < 0)
		return 0;
	__builtin_memset(&cursor, 0, sizeof(cursor));
	cursor.Position = (__u8 *)(long)skb->data;
	cursor.End = (__u8 *)(long)skb->data_end;
	ip = cursor.Position + 14;
	if (!Skip(&cursor, 34) || ((((struct IpHdr *)ip)->_versionAndLength >> 4) & 15) != 4)
		return 0;
	t = &ip[9];
	if (*t != 6 && *t != 17)
		return 0;
	length = ((struct IpHdr *)ip)->_versionAndLength & 15;
	ports = ip + (__s64)(4 * length);
	if (length < 5 || ports + 4 > cursor.End)
		return 0;
	if ((ports[2] << 8) == 512 && ports[3] == 3)
		return 2;
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/PacketPointers.cs:39 */
SEC("xdp")
int SwapAddresses(struct xdp_md *context)
{
	__u8 *data;
	struct EthHdr *ethernet;
	struct MacAddress t;
	struct MacAddress t_2;

	data = (__u8 *)(long)context->data;
	if (data + 14 > (__u8 *)(long)context->data_end)
		return 1;
	ethernet = (struct EthHdr *)data;
	t = ethernet->Destination;
	t_2 = ethernet->Source;
	ethernet->Source = t;
	ethernet->Destination = t_2;
	return 3;
}

/* tests/Dynptrs.Emit.Tests/Golden/PacketPointers.cs:21 */
SEC("xdp")
int CountProtocols(struct xdp_md *context)
{
	__u8 *data;
	__u8 *end;
	struct EthHdr *ethernet;
	struct IpHdr *ip;
	__u32 t;
	__u64 *count;

	data = (__u8 *)(long)context->data;
	end = (__u8 *)(long)context->data_end;
	if (data + 34 > end)
		return 2;
	ethernet = (struct EthHdr *)data;
	ip = (struct IpHdr *)(data + 14);
	if (__builtin_bswap16(ethernet->_protocol) != 2048)
		return 2;
	t = ip->Protocol;
	count = bpf_map_lookup_elem(&packets, &t);
	if (!count)
		return 2;
	(*count)++;
	return 2;
}
