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

struct Block {
	__u8 items[64];
};
_Static_assert(sizeof(struct Block) == 64, "struct Block");

static __u32 (*const bpf_get_prandom_u32)(void) = (void *)7;
static void *(*const bpf_map_lookup_elem)(void *self, __u32 *key) = (void *)1;

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

char _license[] SEC("license") = "GPL";

#define BPF_MAP_TYPE_ARRAY 2

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct Block);
} Blocks SEC(".maps");

__u64 Total = 10;
__u64 Sum;
__u32 Unsigned = 1;
int Length;
__u32 Quotient;
__u32 Remainder;
int Signed = -1;
__s64 Wide;

/* tests/Dynptrs.Emit.Tests/Golden/Effects.cs:75 */
SEC("raw_tp/sys_enter")
int Choose(void *ctx)
{
	int signed_;
	__u32 unsigned_;
	__s64 t;
	__s64 t_2;
	__s64 other;

	signed_ = Signed;
	unsigned_ = Unsigned;
	t = Unsigned == 1 ? signed_ : (__s64)unsigned_;
	Wide = t;
	t_2 = Signed == -1 ? signed_ : (__s64)unsigned_;
	other = t_2;
	if (other < 0)
		return 1;
	return 2;
}

/* tests/Dynptrs.Emit.Tests/Golden/Effects.cs:67 */
SEC("raw_tp/sys_enter")
int Divide(void *ctx)
{
	__u32 t;
	__u32 t_2;

	t = bpf_get_prandom_u32();
	t_2 = (bpf_get_prandom_u32() & 7) + 1;
	Quotient = t_2 != 0 ? t / t_2 : 0;
	t = bpf_get_prandom_u32();
	t_2 = (bpf_get_prandom_u32() & 7) + 1;
	Remainder = t_2 != 0 ? t % t_2 : t;
	return (int)(bpf_get_prandom_u32() & 255);
}

/* tests/Dynptrs.Emit.Tests/Golden/Effects.cs:55 */
SEC("raw_tp/sys_enter")
int StartWhereItSays(void *ctx)
{
	__u8 t[32] __aligned(8);
	__u8 *bytes;
	__u64 bytes_size;
	__s64 t_3;
	__s64 t_4;

	__builtin_memset(t, 0, sizeof(t));
	bytes = t;
	bytes_size = 32;
	bytes[0] = 3;
	bytes[3] = 5;
	t_3 = bytes[0] & 7;
	bytes += t_3;
	bytes_size -= t_3;
	Length = (int)bytes_size;
	t_4 = (bytes[0] & 7) + 1;
	bytes++;
	bytes_size = t_4;
	return (int)bytes_size;
}

/* tests/Dynptrs.Emit.Tests/Golden/Effects.cs:40 */
SEC("raw_tp/sys_enter")
int StartAnywhere(void *ctx)
{
	__u32 t;
	struct Block *block;
	__u8 *bytes;
	__s64 t_2;
	__u8 *rest;
	__u64 rest_size;

	t = 0;
	block = bpf_map_lookup_elem(&Blocks, &t);
	if (!block)
		return 0;
	bytes = (__u8 *)block;
	t_2 = (int)(bpf_get_prandom_u32() & 31);
	rest = bytes + t_2;
	rest_size = 64 - t_2;
	if ((int)rest_size <= 8)
		return 0;
	rest[8] = 9;
	Length = (int)rest_size;
	return index_of_byte(bytes, 9, 64);
}

/* tests/Dynptrs.Emit.Tests/Golden/Effects.cs:31 */
SEC("raw_tp/sys_enter")
int CountTwice(void *ctx)
{
	__u64 down;
	__u64 t;
	__u64 up;

	down = __sync_fetch_and_sub(&Total, 1) - 1;
	t = (__u64)(bpf_get_prandom_u32() & 7);
	up = __sync_fetch_and_add(&Total, t) + t;
	Sum = down * 3 + up;
	return (int)(__sync_fetch_and_add(&Unsigned, 1) + 1);
}
