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

struct Table {
	__u8 items[64];
};
_Static_assert(sizeof(struct Table) == 64, "struct Table");

struct Block {
	struct Table Low;
	struct Table High;
};
_Static_assert(sizeof(struct Block) == 128, "struct Block");

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

struct context_of_u64 {
	__u64 items[0];
} __context;

struct Eight {
	__u8 items[8];
};
_Static_assert(sizeof(struct Eight) == 8, "struct Eight");

static __u32 (*const bpf_get_prandom_u32)(void) = (void *)7;
static void *(*const bpf_map_lookup_elem)(void *arrayMap, __u32 *key) = (void *)1;
static __u64 (*const bpf_ktime_get_ns)(void) = (void *)5;
static long (*const bpf_skb_load_bytes)(struct __sk_buff *skBuff, __u32 offset, void *destination, __u32 destination_size) = (void *)26;

static __always_inline void copy_bytes(void *to, const void *from, __u64 size)
{
	for (__u64 i = 0; i < size; i++) {
		((__u8 *)to)[i] = ((const __u8 *)from)[i];
		/* A compiler that sees a copy calls memcpy, which is not there. */
		asm volatile("" ::: "memory");
	}
}

static __always_inline void fill_bytes(void *to, __u8 value, __u64 size)
{
	for (__u64 i = 0; i < size; i++) {
		((__u8 *)to)[i] = value;
		asm volatile("" ::: "memory");
	}
}

static __always_inline bool same_bytes(const void *left, const void *right, __u64 size)
{
	for (__u64 i = 0; i < size; i++) {
		if (((const __u8 *)left)[i] != ((const __u8 *)right)[i])
			return false;
		asm volatile("" ::: "memory");
	}
	return true;
}

static __always_inline int index_of_byte(const void *in, __u8 value, __u64 size)
{
	for (__u64 i = 0; i < size; i++) {
		if (((const __u8 *)in)[i] == value)
			return i;
		asm volatile("" ::: "memory");
	}
	return -1;
}

/* A compiler that sees an index to be smaller than the alignment of what it is added to writes `|` for `+`, which no pointer may take. */
static __always_inline __u64 hide_index(__u64 index)
{
	asm volatile("" : "+r"(index));
	return index;
}

/*
 * A compiler that sees how a number was made tests what it was made of, and makes it again for its use: the kernel does not know then that
 * both are one. Nor does it of half a register where a call may have filled the other half, which is cleared here.
 */
#define hide_number(number) ({ \
	typeof(+(number)) hidden = (number); \
	if (sizeof(hidden) == 8) \
		asm volatile("" : "+r"(hidden)); \
	else \
		asm volatile("%0 = %0" : "+w"(hidden)); \
	hidden; \
})

char _license[] SEC("license") = "GPL";

#define BPF_MAP_TYPE_ARRAY 2

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct Table);
} Tables SEC(".maps");

struct Table Counts;
__u64 Total;
__u32 Mode;

static __noinline void Fill(struct Block *block);
static __noinline int Value(int letter);
static __noinline int HexOf(__u8 letter);

/* tests/Dynptrs.Emit.Tests/Golden/Barriers.cs:168 */
static __noinline void Fill(struct Block *block)
{
	((__u8 *)&block->Low)[bpf_get_prandom_u32() & 63] = 1;
}

/* tests/Dynptrs.Emit.Tests/Golden/Barriers.cs:157 */
SEC("tc")
int Full(struct __sk_buff *skb)
{
	struct Block a;
	struct Block b;
	struct Block c;
	struct Block d;

	fill_bytes(&a, 0, sizeof(a));
	fill_bytes(&b, 0, sizeof(b));
	fill_bytes(&c, 0, sizeof(c));
	fill_bytes(&d, 0, sizeof(d));
	Fill(&a);
	Fill(&b);
	Fill(&c);
	Fill(&d);
	return ((__u8 *)&a.Low)[3] + ((__u8 *)&b.Low)[4] + ((__u8 *)&c.Low)[5] + ((__u8 *)&d.Low)[6];
}

/* tests/Dynptrs.Emit.Tests/Golden/Barriers.cs:149 */
SEC("raw_tp/sched_switch")
int Arguments(void *ctx)
{
	__u64 t;

	t = Mode > 3 ? ((struct context_of_u64 *)ctx)->items[0] : ((struct context_of_u64 *)ctx)->items[1];
	Total += t;
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/Barriers.cs:141 */
SEC("tc")
int Fields(struct __sk_buff *skb)
{
	__u32 t;
	__u32 t_2;
	struct Table *table;

	t = Mode > 3 ? (__s64)skb->hash : (int)skb->len;
	Total += (__u64)t;
	t_2 = 0;
	table = bpf_map_lookup_elem(&Tables, &t_2);
	if (table != NULL)
		return ((__u8 *)table)[0];
	return (int)skb->len;
}

/* tests/Dynptrs.Emit.Tests/Golden/Barriers.cs:119 */
SEC("tc")
int Stacked(struct __sk_buff *skb)
{
	__u32 numbers[8] __aligned(8);
	int i;
	int best;
	int i_2;
	struct Eight eight;
	__u8 bytes[16] __aligned(8);
	__u8 *rest;

	__builtin_memset(numbers, 0, sizeof(numbers));
	i = 0;
	while (i < 8) {
		numbers[(__u32)i] = bpf_get_prandom_u32();
		i++;
	}
	best = 0;
	i_2 = 1;
	while (i_2 < 8) {
		if (numbers[(__u32)i_2] > numbers[hide_index((__u32)best)])
			best = i_2;
		i_2++;
	}
	__builtin_memset(&eight, 0, sizeof(eight));
	((__u8 *)&eight)[hide_index((__u32)((int)skb->len & 7))] = 3;
	__builtin_memset(bytes, 0, sizeof(bytes));
	rest = bytes + hide_index((__s64)((int)skb->len & 7));
	rest[numbers[hide_index((__u32)best)] & 7] = 4;
	return bytes[8] + ((__u8 *)&eight)[2];
}

/* tests/Dynptrs.Emit.Tests/Golden/Barriers.cs:101 */
SEC("tc")
int Rounds(struct __sk_buff *skb)
{
	__u32 t;
	struct Table *table;
	__u32 at;
	int i;
	__u64 t_2;

	t = 0;
	table = bpf_map_lookup_elem(&Tables, &t);
	if (!table)
		return 0;
	at = (int)skb->len;
	i = 0;
	while (i < 40) {
		t_2 = Total;
		Total = t_2 + bpf_ktime_get_ns();
		at = hide_number(at);
		if (at < 60)
			((__u8 *)table)[(__u32)((int)at + 3)] = i;
		i++;
	}
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/Barriers.cs:83 */
SEC("tc")
int Copied(struct __sk_buff *skb)
{
	__u8 buffer[32] __aligned(8);
	__u8 *text;
	__u8 buffer_2[32] __aligned(8);
	__u8 *kept;
	int count;
	int i;
	int t;

	__builtin_memset(buffer, 0, sizeof(buffer));
	text = buffer;
	__builtin_memset(buffer_2, 0, sizeof(buffer_2));
	kept = buffer_2;
	if (bpf_skb_load_bytes(skb, 0, text, 32) != 0)
		return 0;
	count = 0;
	i = 0;
#pragma unroll
	while (i < 32) {
		if (text[(__u32)i] != 0) {
			t = count;
			count = hide_number(count + 1);
			kept[hide_index((__u32)t)] = text[(__u32)i];
		}
		i++;
	}
	return kept[5];
}

/* tests/Dynptrs.Emit.Tests/Golden/Barriers.cs:66 */
SEC("tc")
int Chosen(struct __sk_buff *skb)
{
	int t;
	int difference;
	int count;
	int i;

	t = (int)skb->len & 31;
	difference = hide_number(t - (int)(bpf_get_prandom_u32() & 31));
	if (difference < 0)
		difference = hide_number(-difference);
	count = 0;
	i = 0;
#pragma unroll
	while (i < 16) {
		if (((__u8 *)&Counts)[(__u32)i] == 32)
			count = hide_number(count + 1);
		i++;
	}
	return ((__u8 *)&Counts)[(__u32)difference] + ((__u8 *)&Counts)[(__u32)count];
}

/* tests/Dynptrs.Emit.Tests/Golden/Barriers.cs:53 */
SEC("tc")
int Tested(struct __sk_buff *skb)
{
	__u32 random;
	__u32 t;
	int t_2;
	int at;
	int port;
	__u32 high;
	int t_3;
	int t_4;
	int t_5;

	random = hide_number(bpf_get_prandom_u32());
	t = random;
	if (t < 10) {
		t_2 = random;
	} else {
		t_2 = t >= 20 && t < 64 ? (__s64)random : 0;
	}
	at = t_2;
	port = hide_number((int)skb->protocol);
	if (port >= 2048 && hide_number(port) < 2112) {
		t_3 = at;
		t_4 = ((__u8 *)&Counts)[(__u32)(port - 2048)];
		t_5 = t_3;
		if (t_3 > t_4)
			t_5 = t_4;
		at = t_5;
	}
	high = hide_number((__u32)(int)skb->len >> 4);
	if (high < 64)
		return ((__u8 *)&Counts)[high] + ((__u8 *)&Counts)[(__u32)(at & 63)];
	return ((__u8 *)&Counts)[(__u32)(at & 63)];
}

/* tests/Dynptrs.Emit.Tests/Golden/Barriers.cs:39 */
SEC("tc")
int Plain(struct __sk_buff *skb)
{
	__u8 text[16] __aligned(8);
	__u8 first;
	int sum;
	int i;

	__builtin_memset(text, 0, sizeof(text));
	if (bpf_skb_load_bytes(skb, 0, text, 16) != 0)
		return 0;
	first = text[0] - 48;
	sum = 0;
	i = 0;
	while (i < 16) {
		sum += text[(__u32)i];
		i++;
	}
	if (first < 10)
		return sum;
	return ((__u8 *)&Counts)[(__u32)((int)skb->len & 63)];
}

/* tests/Dynptrs.Emit.Tests/Golden/Barriers.cs:176 */
static __noinline int Value(int letter)
{
	int t;

	letter = hide_number(letter);
	t = letter;
	if (t >= 48 && t <= 57)
		return letter - 48;
	if (t >= 97 && t <= 102)
		return letter - 97 + 10;
	return -1;
}

/* tests/Dynptrs.Emit.Tests/Golden/Barriers.cs:170 */
static __noinline int HexOf(__u8 letter)
{
	int at;

	at = Value(letter);
	if (at < 0)
		return 0;
	return ((__u8 *)&Counts)[(__u32)at];
}

/* tests/Dynptrs.Emit.Tests/Golden/Barriers.cs:23 */
SEC("tc")
int Cut(struct __sk_buff *skb)
{
	__u8 text[8] __aligned(8);
	int digit;
	int signed_;

	__builtin_memset(text, 0, sizeof(text));
	if (bpf_skb_load_bytes(skb, 0, text, 8) != 0)
		return 0;
	digit = hide_number((__u8)(text[0] - 48));
	if (digit < 10)
		((__u8 *)&Counts)[(__u32)digit] = (__u8)(((__u8 *)&Counts)[(__u32)digit] + 1);
	signed_ = hide_number((__s16)((int)skb->len - 40));
	if (signed_ < 0 || signed_ > 63)
		return HexOf(text[1]);
	return ((__u8 *)&Counts)[(__u32)signed_];
}
