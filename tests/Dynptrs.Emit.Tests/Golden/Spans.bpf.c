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

static long (*const bpf_ringbuf_output)(void *ringBuf, void *data, __u32 data_size, __u64 flags) = (void *)130;
static long (*const bpf_get_current_comm)(void *buffer, __u32 buffer_size) = (void *)16;

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

#define BPF_MAP_TYPE_RINGBUF 27

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} Events SEC(".maps");

static __noinline void Send(__u8 *bytes, __u64 bytes_size);

/* tests/Dynptrs.Emit.Tests/Golden/Spans.cs:29 */
static __noinline void Send(__u8 *bytes, __u64 bytes_size)
{
	if ((int)bytes_size <= 4)
		return;
	bpf_ringbuf_output(&Events, bytes, bytes_size, 0);
}

/* tests/Dynptrs.Emit.Tests/Golden/Spans.cs:15 */
SEC("raw_tp/sys_enter")
int Run(void *ctx)
{
	__u8 name[16] __aligned(8);

	__builtin_memset(name, 0, sizeof(name));
	if (bpf_get_current_comm(name, 16) != 0)
		return 0;
	if (!same_bytes(name, "ssh", 3))
		return 0;
	__builtin_memcpy(name + 8, name, 4);
	Send(name, 8);
	Send(name, 16);
	return 0;
}
