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

/* A compiler that sees an index to be smaller than the alignment of what it is added to writes `|` for `+`, which no pointer may take. */
static __always_inline __u64 hide_index(__u64 index)
{
	asm volatile("" : "+r"(index));
	return index;
}

char _license[] SEC("license") = "GPL";

/* tests/Dynptrs.Emit.Tests/Golden/Masks.cs:9 */
SEC("tc")
int Run(struct __sk_buff *skb)
{
	__u8 bytes[16] __aligned(8);
	int numbers[2] __aligned(8);
	__u32 length;
	int kept;

	__builtin_memset(bytes, 0, sizeof(bytes));
	__builtin_memset(numbers, 0, sizeof(numbers));
	length = (int)skb->len;
	bytes[hide_index(length & 7)] = 1;
	kept = length % 8;
	bytes[hide_index((__u32)kept)] += 2;
	bytes[hide_index(length >> 29)] = (__u8)(bytes[hide_index(length >> 29)] + 1);
	numbers[hide_index(length & 1)] = 3;
	bytes[length & 15] += 4;
	return bytes[hide_index((__u32)kept)] + numbers[hide_index((length >> 1) & 1)];
}
