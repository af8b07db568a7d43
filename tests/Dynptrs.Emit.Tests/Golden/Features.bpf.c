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

struct xdp_md {
	__u32 data;
	__u32 data_end;
	__u32 data_meta;
	__u32 ingress_ifindex;
	__u32 rx_queue_index;
	__u32 egress_ifindex;
} __context;

#define __weak __attribute__((weak))
/* The loader answers: a function that the kernel lacks has no address, and a number that it lacks does not stand in its types. */
#define has_function(name) ((void *)&name != NULL)
#define has_helper(number) __builtin_preserve_enum_value(*(enum bpf_func_id *)number, 0)

enum bpf_func_id { BPF_FUNC_ktime_get_tai_ns = 208, BPF_FUNC_ktime_get_boot_ns = 125 };
extern const void bpf_dynptr_from_file __ksym __weak;

static __u64 (*const bpf_ktime_get_tai_ns)(void) = (void *)208;
static __u64 (*const bpf_ktime_get_boot_ns)(void) = (void *)125;
static long (*const bpf_xdp_get_buff_len)(struct xdp_md *self) = (void *)188;
extern int bpf_xdp_pull_data(struct xdp_md *xdpBuff, __u32 length) __ksym __weak;

char _license[] SEC("license") = "GPL";

static __noinline bool HasTai(void);

/* tests/Dynptrs.Emit.Tests/Golden/Features.cs:36 */
static __noinline bool HasTai(void)
{
	return has_helper(BPF_FUNC_ktime_get_tai_ns) != 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/Features.cs:28 */
SEC("xdp")
int Numbered(struct xdp_md *xdp)
{
	__u64 t;

	if (!HasTai() || has_helper(BPF_FUNC_ktime_get_boot_ns) == 0)
		return 3;
	t = bpf_ktime_get_tai_ns();
	if (t > bpf_ktime_get_boot_ns())
		return 1;
	return 2;
}

/* tests/Dynptrs.Emit.Tests/Golden/Features.cs:21 */
SEC("xdp")
int Asked(struct xdp_md *xdp)
{
	bool isThere;

	isThere = has_function(bpf_dynptr_from_file) != 0;
	if (isThere && bpf_xdp_get_buff_len(xdp) > 0)
		return 1;
	return 2;
}

/* tests/Dynptrs.Emit.Tests/Golden/Features.cs:13 */
SEC("xdp")
int Called(struct xdp_md *xdp)
{
	if (has_function(bpf_xdp_pull_data) == 0)
		return 2;
	if (bpf_xdp_pull_data(xdp, 64) == 0)
		return 2;
	return 1;
}
