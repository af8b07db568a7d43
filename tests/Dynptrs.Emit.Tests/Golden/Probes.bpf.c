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

struct pt_regs {
#ifdef __TARGET_ARCH_arm64
	union {
		__u64 parm1;
		__u64 rc;
	};
	__u64 parm2, parm3, parm4, parm5, parm6;
	__u64 others[25];
	__u64 sp;
	__u64 ip;
#else
	__u64 kept[8];
	__u64 parm6, parm5;
	__u64 rc;
	__u64 parm4, parm3, parm2, parm1;
	__u64 call;
	__u64 ip;
	__u64 segment, flags;
	__u64 sp;
#endif
} __context;

static long (*const bpf_probe_read_user_str)(void *destination, __u32 destination_size, const void *address) = (void *)114;

char _license[] SEC("license") = "GPL";

__u64 Total;

/* tests/Dynptrs.Emit.Tests/Golden/Probes.cs:24 */
SEC("uretprobe/libc.so.6:getpriority")
int OnReturn(struct pt_regs *ctx)
{
	__u64 t;

	t = (__s64)(__u64)ctx->rc < 0 ? (__u64)ctx->ip : (__u64)ctx->sp;
	Total = t;
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/Probes.cs:16 */
SEC("kprobe/do_sys_openat2")
int OnOpen(struct pt_regs *ctx)
{
	__u8 path[64] __aligned(8);

	__builtin_memset(path, 0, sizeof(path));
	Total += (__u64)(__u32)(__u64)ctx->parm1;
	return bpf_probe_read_user_str(path, 64, (const void *)(__u64)ctx->parm2);
}
