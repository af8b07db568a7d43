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

struct OpenArguments {
	__u64 items[3];
};
_Static_assert(sizeof(struct OpenArguments) == 24, "struct OpenArguments");

struct trace_event_raw_sys_enter_openat {
	__u8 unread_0[8];
	int __syscall_nr;
	__u8 unread_12[4];
	__u64 args[3];
} __context;

struct TaskName {
	__u8 items[16];
};
_Static_assert(sizeof(struct TaskName) == 16, "struct TaskName");

struct trace_event_raw_sched_waking {
	__u8 unread_0[8];
	__u8 comm[16];
	__u8 unread_24[4];
	int prio;
} __context;

static long (*const bpf_probe_read_user_str)(void *destination, __u32 destination_size, const void *address) = (void *)114;

char _license[] SEC("license") = "GPL";

struct TaskName Name;
int Last;

/* tests/Dynptrs.Emit.Tests/Golden/Events.cs:59 */
SEC("tp/syscalls/sys_enter_openat")
int OnOpen(struct trace_event_raw_sys_enter_openat *ctx)
{
	__u8 path[64] __aligned(8);
	struct OpenArguments args;

	__builtin_memset(path, 0, sizeof(path));
	args = *(struct OpenArguments *)ctx->args;
	Last = ctx->__syscall_nr;
	return bpf_probe_read_user_str(path, 64, (const void *)((__u64 *)&args)[1]);
}

/* tests/Dynptrs.Emit.Tests/Golden/Events.cs:51 */
SEC("tp/sched/sched_waking")
int OnWaking(struct trace_event_raw_sched_waking *ctx)
{
	struct TaskName t;
	int t_2;

	t = *(struct TaskName *)ctx->comm;
	Name = t;
	t_2 = ctx->prio > 100 ? ctx->prio : Last;
	Last = t_2;
	return 0;
}
