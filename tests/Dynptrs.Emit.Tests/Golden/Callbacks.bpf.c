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

struct bpf_dynptr {
	__u64 opaque[2];
} __aligned(8);

struct Sum {
	__u32 Count;
	__u64 Value;
};
_Static_assert(sizeof(struct Sum) == 16, "struct Sum");

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

static long (*const bpf_dynptr_read)(void *destination, __u32 destination_size, struct bpf_dynptr *dynptr, __u64 offset, __u64 flags) = (void *)201;
static long (*const bpf_user_ringbuf_drain)(void *userRingBuf, void *callback, void *context, __u64 flags) = (void *)209;
static long (*const bpf_loop)(__u32 iterations, void *callback, void *context, __u64 flags) = (void *)181;
static long (*const bpf_for_each_map_elem)(void *self, void *callback, void *context, __u64 flags) = (void *)164;

char _license[] SEC("license") = "GPL";

#define BPF_MAP_TYPE_ARRAY 2
#define BPF_MAP_TYPE_USER_RINGBUF 31

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 16);
	__type(key, __u32);
	__type(value, __u64);
} Values SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_USER_RINGBUF);
	__uint(max_entries, 4096);
} Samples SEC(".maps");

__u64 Result;

static __noinline int OnSample(struct bpf_dynptr *sample);
static __noinline int AddValue(void *map, __u32 *key, __u64 *value, struct Sum *sum);
static __noinline int lambda(__u32 index, struct Sum *total);

/* tests/Dynptrs.Emit.Tests/Golden/Callbacks.cs:51 */
static __noinline int OnSample(struct bpf_dynptr *sample)
{
	__u64 value;

	if (bpf_dynptr_read(&value, 8, sample, 0, 0) != 0)
		return 0;
	Result += value;
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/Callbacks.cs:38 */
SEC("raw_tp/sys_enter")
int Drain(void *ctx)
{
	bpf_user_ringbuf_drain(&Samples, OnSample, NULL, 0);
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/Callbacks.cs:45 */
static __noinline int AddValue(void *map, __u32 *key, __u64 *value, struct Sum *sum)
{
	sum->Value += *value;
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/Callbacks.cs:27 */
static __noinline int lambda(__u32 index, struct Sum *total)
{
	total->Count++;
	total->Value += (__u64)index;
	if (total->Value > 30)
		return 1;
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/Callbacks.cs:23 */
SEC("tc")
int Run(struct __sk_buff *skb)
{
	struct Sum sum;

	__builtin_memset(&sum, 0, sizeof(sum));
	bpf_loop(10, lambda, &sum, 0);
	bpf_for_each_map_elem(&Values, AddValue, &sum, 0);
	Result = sum.Value;
	return 0;
}
