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

static long (*const bpf_xdp_get_buff_len)(struct xdp_md *self) = (void *)188;

char _license[] SEC("license") = "GPL";

static __noinline int Small(int length);

/* tests/Dynptrs.Emit.Tests/Golden/Choices.cs:25 */
static __noinline int Small(int length)
{
	if (length == 20 || (length != 30 && length != 40))
		return length % 2;
	return 2;
}

/* tests/Dynptrs.Emit.Tests/Golden/Choices.cs:13 */
SEC("xdp")
int Run(struct xdp_md *xdp)
{
	int t;

	t = bpf_xdp_get_buff_len(xdp);
	if (t < 14)
		return 0;
	if (t >= 14 && t < 60)
		return Small(bpf_xdp_get_buff_len(xdp));
	if (t == 1500 || t == 9000)
		return 1;
	return 2;
}
