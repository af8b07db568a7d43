/* Written from C#. clang -target bpf -mcpu=v4 -O2 -g -fwrapv -fno-strict-aliasing -fno-delete-null-pointer-checks -fno-finite-loops -fno-builtin -mllvm -bpf-stack-size=513 */
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

/* Of two fields of a context, a compiler is not to read one at an offset that it chooses, nor the first one where it reads other memory. */
#ifndef __context
#define __context __attribute__((preserve_static_offset))
#endif

struct __sk_buff {
	volatile __u32 len;
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
} __context;

struct bpf_dynptr {
	__u64 opaque[2];
} __aligned(8);

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

struct PortPair {
	__u16 _source;
	__u16 _destination;
};
_Static_assert(sizeof(struct PortPair) == 4, "struct PortPair");

extern int bpf_dynptr_from_skb(struct __sk_buff *skBuff, __u64 flags, struct bpf_dynptr *ptr) __ksym;
extern void *bpf_dynptr_slice(struct bpf_dynptr *self, __u64 offset, void *buffer, __u32 size) __ksym;

char _license[] SEC("license") = "GPL";

/* tests/Dynptrs.Emit.Tests/Golden/Headers.cs:24 */
SEC("tc")
int DropPort(struct __sk_buff *skb)
{
	__u8 buffer[20] __aligned(8);
	struct bpf_dynptr ptr;
	struct IpHdr *ip;
	struct PortPair *ports;

	__builtin_memset(buffer, 0, sizeof(buffer));
	if ((int)skb->len < 34 || bpf_dynptr_from_skb(skb, 0, &ptr) != 0)
		return 0;
	ip = bpf_dynptr_slice(&ptr, 14, buffer, sizeof(struct IpHdr));
	if (!ip || ((ip->_versionAndLength >> 4) & 15) != 4 || ip->Protocol != 6)
		return 0;
	ports = bpf_dynptr_slice(&ptr, 14 + 4 * (__u32)(ip->_versionAndLength & 15), buffer, sizeof(struct PortPair));
	if (ports != NULL && __builtin_bswap16(ports->_destination) == 8080)
		return 2;
	return 0;
}
