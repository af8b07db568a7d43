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

static void *(*const bpf_ringbuf_reserve)(void *ringBuf, __u64 size, __u64 flags) = (void *)131;
static void (*const bpf_ringbuf_submit)(void *record, __u64 flags) = (void *)132;

/* A compiler that sees which constant a pointer points to reads what that begins with, and not what it is set to before loading. */
static __always_inline void *hide_variable(const volatile void *variable)
{
	asm volatile("" : "+r"(variable));
	return (void *)variable;
}

/* A compiler that sees an index to be smaller than the alignment of what it is added to writes `|` for `+`, which no pointer may take. */
static __always_inline __u64 hide_index(__u64 index)
{
	asm volatile("" : "+r"(index));
	return index;
}

char _license[] SEC("license") = "GPL";

#define BPF_MAP_TYPE_RINGBUF 27

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} Events SEC(".maps");

const volatile __u8 IsEnabled = 1;
const volatile __u8 Index = 3;
const volatile __u16 Detail = 0;
const volatile int Limit = -1;
const volatile __s64 Shared = 5;
const volatile __s64 Offset = 14;
const volatile __u64 Size = 8;

static __noinline __s64 Twice(__s64 *number);
static __noinline void Report(void);

/* tests/Dynptrs.Emit.Tests/Golden/Settings.cs:66 */
static __noinline __s64 Twice(__s64 *number)
{
	return 2 * *number;
}

/* tests/Dynptrs.Emit.Tests/Golden/Settings.cs:57 */
static __noinline void Report(void)
{
	__u8 *record;

	record = bpf_ringbuf_reserve(&Events, Size, 0);
	if (!record)
		return;
	record[0] = Detail;
	bpf_ringbuf_submit(record, 0);
}

/* tests/Dynptrs.Emit.Tests/Golden/Settings.cs:44 */
SEC("tc")
int Run(struct __sk_buff *skb)
{
	__u8 buffer[8] __aligned(8);
	__s64 t;

	if (IsEnabled == 0)
		return 0;
	__builtin_memset(buffer, 0, sizeof(buffer));
	buffer[hide_index((__u32)Index)] = 1;
	buffer[7] = 2;
	if (Detail != 0)
		Report();
	if (Limit < 0)
		return buffer[0];
	t = Twice(hide_variable(&Shared));
	return (int)(t + Twice(hide_variable(&Offset)));
}
