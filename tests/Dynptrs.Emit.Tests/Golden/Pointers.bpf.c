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

struct Bytes {
	__u8 items[64];
};
_Static_assert(sizeof(struct Bytes) == 64, "struct Bytes");

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

struct Words {
	__u32 items[8];
};
_Static_assert(sizeof(struct Words) == 32, "struct Words");

static void *(*const bpf_map_lookup_elem)(void *self, __u32 *key) = (void *)1;

char _license[] SEC("license") = "GPL";

#define BPF_MAP_TYPE_ARRAY 2

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 4);
	__type(key, __u32);
	__type(value, struct Bytes);
} Blocks SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 4);
	__type(key, __u32);
	__type(value, struct Words);
} Tables SEC(".maps");

/* tests/Dynptrs.Emit.Tests/Golden/Pointers.cs:65 */
SEC("tc")
int Inside(struct __sk_buff *skb)
{
	__u32 t;
	struct Bytes *block;
	int index;
	__u8 *bytes;

	t = 2;
	block = bpf_map_lookup_elem(&Blocks, &t);
	if (!block)
		return 0;
	index = (int)skb->len & 63;
	((__u8 *)block)[(__u32)index] = 1;
	bytes = (__u8 *)block;
	bytes[(__u32)index] = 2;
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/Pointers.cs:48 */
SEC("tc")
int BackByWords(struct __sk_buff *skb)
{
	__u32 t;
	struct Words *table;
	int distance;
	__u32 *middle;
	__u32 *t_2;
	__u32 *t_3;

	t = 1;
	table = bpf_map_lookup_elem(&Tables, &t);
	if (!table)
		return 0;
	distance = ((int)skb->len & 7) - 4;
	middle = &((__u32 *)table)[4];
	middle[distance]++;
	t_2 = (void *)middle + (__s64)distance * 4;
	(*t_2)++;
	t_3 = (void *)middle + -((__s64)-distance * 4);
	(*t_3)++;
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/Pointers.cs:25 */
SEC("tc")
int Back(struct __sk_buff *skb)
{
	__u32 t;
	struct Bytes *block;
	__u8 *middle;
	int distance;
	__u8 *last;
	int i;

	t = 0;
	block = bpf_map_lookup_elem(&Blocks, &t);
	if (!block)
		return 0;
	middle = &((__u8 *)block)[32];
	distance = ((int)skb->len & 63) - 32;
	middle[distance] = 1;
	*(middle + (__s64)distance) = 2;
	*(middle + (__s64)distance) = 3;
	last = &((__u8 *)block)[63];
	i = 0;
	while (i > -64) {
		last[i] = 4;
		i--;
	}
	return 0;
}
