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

struct Window {
	__u8 *_bytes;
	__u64 _bytes_size;
	int _start;
	__u8 *Rest;
	__u64 Rest_size;
};

struct bpf_spin_lock {
	int _holder;
};
_Static_assert(sizeof(struct bpf_spin_lock) == 4, "struct bpf_spin_lock");

struct Pair {
	__u64 items[2];
};
_Static_assert(sizeof(struct Pair) == 16, "struct Pair");

struct Sums {
	__u32 Count;
	struct Pair Pair;
};
_Static_assert(sizeof(struct Sums) == 24, "struct Sums");

struct Block {
	struct bpf_spin_lock Lock;
	struct Sums Sums;
	int Number;
};
_Static_assert(sizeof(struct Block) == 40, "struct Block");

struct Guard {
	struct bpf_spin_lock *Lock;
};
_Static_assert(sizeof(struct Guard) == 8, "struct Guard");

struct bytes {
	__u32 items[8];
};
_Static_assert(sizeof(struct bytes) == 32, "struct bytes");

struct Counters {
	struct bytes Items;
	__u64 Sum;
};
_Static_assert(sizeof(struct Counters) == 40, "struct Counters");

static __u32 (*const bpf_get_prandom_u32)(void) = (void *)7;
static void *(*const bpf_map_lookup_elem)(void *arrayMap, __u32 *key) = (void *)1;
static void (*const bpf_spin_lock)(struct bpf_spin_lock *bpfSpinLock) = (void *)93;
static void (*const bpf_spin_unlock)(struct bpf_spin_lock *bpfSpinLock) = (void *)94;

char _license[] SEC("license") = "GPL";

#define BPF_MAP_TYPE_ARRAY 2

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct Counters);
} Counted SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct Sums);
} Summed SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct Block);
} Blocks SEC(".maps");

static __always_inline __u32 *Larger(__u32 *a, __u32 *b);
static __noinline int LengthOfCopy(struct Window *window);
static __noinline int Length(struct Window *window);
static __noinline int Left(struct Window *this);
static __noinline void Put(struct Window *this, __u8 value);
static __noinline void Window(struct Window *this, __u8 *bytes, int start);

/* tests/Dynptrs.Emit.Tests/Golden/Fields.cs:126 */
static __always_inline __u32 *Larger(__u32 *a, __u32 *b)
{
	return *a > *b ? a : b;
}

/* tests/Dynptrs.Emit.Tests/Golden/Fields.cs:118 */
SEC("tc")
int References(struct __sk_buff *skb)
{
	__u32 a;
	__u32 b __aligned(8);

	a = skb->hash;
	b = bpf_get_prandom_u32();
	*Larger(&a, &b) = 0;
	return (int)(a + b);
}

/* tests/Dynptrs.Emit.Tests/Golden/Fields.cs:116 */
static __noinline int LengthOfCopy(struct Window *window)
{
	return (int)window->Rest_size;
}

/* tests/Dynptrs.Emit.Tests/Golden/Fields.cs:114 */
static __noinline int Length(struct Window *window)
{
	return (int)window->Rest_size;
}

/* tests/Dynptrs.Emit.Tests/Golden/Fields.cs:49 */
static __noinline int Left(struct Window *this)
{
	return (int)this->_bytes_size - this->_start;
}

/* tests/Dynptrs.Emit.Tests/Golden/Fields.cs:51 */
static __noinline void Put(struct Window *this, __u8 value)
{
	__u8 *t;
	__u64 t_size;

	this->Rest[0] = value;
	t = this->Rest + 1;
	t_size = this->Rest_size - 1;
	this->Rest = t;
	this->Rest_size = t_size;
}

/* tests/Dynptrs.Emit.Tests/Golden/Fields.cs:41 */
static __noinline void Window(struct Window *this, __u8 *bytes, int start)
{
	int *t;
	int t_2;

	this->_bytes = bytes;
	this->_bytes_size = 64;
	t = &this->_start;
	t_2 = true ? start : 0;
	*t = t_2;
}

/* tests/Dynptrs.Emit.Tests/Golden/Fields.cs:104 */
SEC("tc")
int Spans(struct __sk_buff *skb)
{
	__u8 bytes[64] __aligned(8);
	struct Window t;
	struct Window t_2;
	struct Window window;
	int t_3;
	int t_4;

	__builtin_memset(bytes, 0, sizeof(bytes));
	__builtin_memset(&t, 0, sizeof(t));
	Window(&t, bytes, 4);
	t_2 = t;
	t_2.Rest = bytes;
	t_2.Rest_size = 64;
	window = t_2;
	Put(&window, 1);
	Put(&window, 2);
	t_3 = Left(&window);
	t_4 = t_3 + Length(&window);
	return t_4 + LengthOfCopy(&window);
}

/* tests/Dynptrs.Emit.Tests/Golden/Fields.cs:91 */
SEC("tc")
int Locks(struct __sk_buff *skb)
{
	__u32 t;
	struct Block *value;
	struct Guard guard;

	t = 0;
	value = bpf_map_lookup_elem(&Blocks, &t);
	if (!value)
		return 0;
	__builtin_memset(&guard, 0, sizeof(guard));
	guard.Lock = &value->Lock;
	bpf_spin_lock(guard.Lock);
	value->Number++;
	bpf_spin_unlock(guard.Lock);
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/Fields.cs:82 */
SEC("tc")
int Alignment(struct __sk_buff *skb)
{
	__u32 t;
	struct Sums *value;

	t = 0;
	value = bpf_map_lookup_elem(&Summed, &t);
	if (value != NULL)
		return (int)((__u64 *)&value->Pair)[1];
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/Fields.cs:70 */
SEC("tc")
int FixedBuffers(struct __sk_buff *skb)
{
	__u32 t;
	struct Counters *value;
	__u32 t_2;
	struct Counters own;

	t = 0;
	value = bpf_map_lookup_elem(&Counted, &t);
	if (!value)
		return 0;
	t_2 = skb->hash & 7;
	((__u32 *)&value->Items)[t_2]++;
	__builtin_memset(&own, 0, sizeof(own));
	((__u32 *)&own.Items)[3] = skb->hash;
	return (int)((__u32 *)&own.Items)[bpf_get_prandom_u32() & 7];
}
