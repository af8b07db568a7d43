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

struct tuple {
	int _0;
	int _1;
	int _2;
};
_Static_assert(sizeof(struct tuple) == 12, "struct tuple");

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

char _license[] SEC("license") = "GPL";

static const __u8 primes_data[] = {
	2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37,
	41, 43, 47, 53,
};
static const __u8 Weights_data[] = { 1, 2, 3, 4 };
static const int Steps_data[] = { -1, 5, 70000, (-2147483647 - 1) };
static const __u8 Flags_data[] = { 1, 0 };
static const __u16 Levels_data[] = { 1, 900 };
static const __u64 doublings_data[] = { 1, 2, 4, 8 };

static __always_inline __u64 *Doublings(void);
static __noinline int Last(__u8 *bytes);
static __always_inline __u8 *Word(void);
static __always_inline __u16 *Levels(void);
static __always_inline __u8 *Flags(void);
static __always_inline int *Steps(void);
static __always_inline __u8 *Weights(void);

/* tests/Dynptrs.Emit.Tests/Golden/Tables.cs:42 */
SEC("tc")
int Count(struct __sk_buff *skb)
{
	struct tuple t;
	int *counts;

	__builtin_memset(&t, 0, sizeof(t));
	t._0 = 0;
	t._1 = 0;
	t._2 = Weights()[0];
	counts = (int *)&t;
	t._0 = 0;
	while (t._0 < 8) {
		t._1 += t._2;
		t._0++;
	}
	return t._1;
}

/* tests/Dynptrs.Emit.Tests/Golden/Tables.cs:53 */
static __always_inline __u64 *Doublings(void)
{
	return (__u64 *)doublings_data;
}

/* tests/Dynptrs.Emit.Tests/Golden/Tables.cs:51 */
static __noinline int Last(__u8 *bytes)
{
	return bytes[3 - 1];
}

/* tests/Dynptrs.Emit.Tests/Golden/Tables.cs:23 */
static __always_inline __u8 *Word(void)
{
	return (__u8 *)"text";
}

/* tests/Dynptrs.Emit.Tests/Golden/Tables.cs:25 */
static __always_inline __u16 *Levels(void)
{
	return (__u16 *)Levels_data;
}

/* tests/Dynptrs.Emit.Tests/Golden/Tables.cs:27 */
static __always_inline __u8 *Flags(void)
{
	return (__u8 *)Flags_data;
}

/* tests/Dynptrs.Emit.Tests/Golden/Tables.cs:21 */
static __always_inline int *Steps(void)
{
	return (int *)Steps_data;
}

/* tests/Dynptrs.Emit.Tests/Golden/Tables.cs:19 */
static __always_inline __u8 *Weights(void)
{
	return (__u8 *)Weights_data;
}

/* tests/Dynptrs.Emit.Tests/Golden/Tables.cs:29 */
SEC("tc")
int Classify(struct __sk_buff *skb)
{
	__u8 *primes;
	__u32 hash;
	int t;
	int t_2;
	int mark;
	__u8 *t_3;
	int t_4;
	int t_5;
	__u64 *t_6;
	__u8 weight;

	primes = (__u8 *)primes_data;
	hash = skb->hash;
	t = Weights()[hash & 3];
	t_2 = t + Steps()[hash & 3];
	mark = t_2 + primes[hash & 15];
	if (Flags()[hash & 1] != 0)
		mark += Levels()[(hash >> 1) & 1];
	t_3 = Weights();
	t_4 = -1;
	for (;;) {
		t_4++;
		if (t_4 >= 4)
			break;
		weight = t_3[(__u32)t_4];
		mark += weight;
	}
	t_5 = mark + Last(Word() + 1);
	t_6 = Doublings();
	return t_5 + (int)t_6[(__u32)Weights()[1]];
}
