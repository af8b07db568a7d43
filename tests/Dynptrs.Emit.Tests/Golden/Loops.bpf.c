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

struct bpf_iter_num {
	__u64 opaque[1];
} __aligned(8);

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

extern int bpf_iter_num_new(struct bpf_iter_num *range, int start, int end) __ksym;
static long (*const bpf_skb_load_bytes)(struct __sk_buff *self, __u32 offset, void *destination, __u32 destination_size) = (void *)26;
extern int *bpf_iter_num_next(struct bpf_iter_num *range) __ksym;
extern void bpf_iter_num_destroy(struct bpf_iter_num *range) __ksym;

char _license[] SEC("license") = "GPL";

/* tests/Dynptrs.Emit.Tests/Golden/Loops.cs:13 */
SEC("tc")
int Run(struct __sk_buff *skb)
{
	__u8 bytes[64] __aligned(8);
	int found;
	int i;
	int total;
	struct bpf_iter_num range;
	int *item;
	int rounds;
	int index;

	__builtin_memset(bytes, 0, sizeof(bytes));
	found = 0;
	i = 0;
	while (i < 64 && bpf_skb_load_bytes(skb, i, bytes, 1) == 0) {
		if (bytes[0] != 0) {
			bytes[(__u32)i] = bytes[0];
			found++;
		}
		i++;
	}
	total = 0;
	bpf_iter_num_new(&range, 0, 64);
	for (;;) {
		item = bpf_iter_num_next(&range);
		if (!item || (*item < 0 || *item >= 64))
			break;
		index = *item;
		if (index == 40)
			break;
		total += index;
	}
	bpf_iter_num_destroy(&range);
	rounds = 0;
	do {
		total ^= rounds;
		rounds += 2;
	} while (rounds < 20);
	return found + total;
}
