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

struct file {
};

static long (*const bpf_ringbuf_reserve_dynptr)(void *ringBuf, __u32 size, __u64 flags, struct bpf_dynptr *ptr) = (void *)198;
static void (*const bpf_ringbuf_discard_dynptr)(struct bpf_dynptr *ptr, __u64 flags) = (void *)200;
extern int bpf_get_file_xattr(struct file *kernelFile, const char *name, struct bpf_dynptr *value) __ksym;
static long (*const bpf_printk)(const char *format, __u32 format_size, __u64 first) = (void *)6;

char _license[] SEC("license") = "GPL";

#define BPF_MAP_TYPE_RINGBUF 27

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} Events SEC(".maps");

/* tests/Dynptrs.Emit.Tests/Golden/Tracing.cs:15 */
SEC("lsm.s/file_open")
int OnOpen(__u64 *ctx)
{
	struct bpf_dynptr ptr;
	int error;
	struct file *file = (struct file *)ctx[0];

	error = bpf_ringbuf_reserve_dynptr(&Events, 64, 0, &ptr);
	if (error == 0) {
		bpf_get_file_xattr(file, (const char *)"user.tag", &ptr);
		bpf_printk((const char *)"opened %d", 10, 1);
	}
	bpf_ringbuf_discard_dynptr(&ptr, 0);
	return 0;
}
