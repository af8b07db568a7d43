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

struct Event {
	__u64 Time;
	int Pid;
	__u8 IsKernelThread;
};
_Static_assert(sizeof(struct Event) == 16, "struct Event");

struct bpf_dynptr {
	__u64 opaque[2];
} __aligned(8);

static __u64 (*const bpf_get_current_pid_tgid)(void) = (void *)14;
static __u64 (*const bpf_ktime_get_ns)(void) = (void *)5;
static long (*const bpf_ringbuf_reserve_dynptr)(void *ringBuf, __u32 size, __u64 flags, struct bpf_dynptr *ptr) = (void *)198;
static long (*const bpf_dynptr_write)(struct bpf_dynptr *dynptr, __u64 offset, void *source, __u32 source_size, __u64 flags) = (void *)202;
static void (*const bpf_ringbuf_discard_dynptr)(struct bpf_dynptr *ptr, __u64 flags) = (void *)200;
static void (*const bpf_ringbuf_submit_dynptr)(struct bpf_dynptr *ptr, __u64 flags) = (void *)199;

char _license[] SEC("license") = "GPL";

#define BPF_MAP_TYPE_RINGBUF 27

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 65536);
} Events SEC(".maps");

__u64 Lost;

/* tests/Dynptrs.Emit.Tests/Golden/RingBuffer.cs:25 */
SEC("raw_tp/sys_enter")
int OnSystemCall(void *ctx)
{
	int pid;
	struct Event entry;
	struct bpf_dynptr ptr;

	pid = bpf_get_current_pid_tgid() >> 32;
	if (pid < 100)
		return 0;
	__builtin_memset(&entry, 0, sizeof(entry));
	entry.Time = bpf_ktime_get_ns();
	entry.Pid = pid;
	entry.IsKernelThread = pid == 0;
	if (bpf_ringbuf_reserve_dynptr(&Events, 24, 0, &ptr) != 0) {
		Lost++;
		bpf_ringbuf_discard_dynptr(&ptr, 0);
		return 0;
	}
	if (bpf_dynptr_write(&ptr, 0, &entry, 16, 0) != 0) {
		bpf_ringbuf_discard_dynptr(&ptr, 0);
		return 0;
	}
	bpf_ringbuf_submit_dynptr(&ptr, 0);
	return 0;
}
