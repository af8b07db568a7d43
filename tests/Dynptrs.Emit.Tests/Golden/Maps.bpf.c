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

struct Counter {
	__u64 Packets;
	__u64 Bytes;
};
_Static_assert(sizeof(struct Counter) == 16, "struct Counter");

static long (*const bpf_xdp_get_buff_len)(struct xdp_md *self) = (void *)188;
static void *(*const bpf_map_lookup_elem)(void *hashMap, void *key) = (void *)1;
static long (*const bpf_map_update_elem)(void *hashMap, void *key, void *value, __u64 flags) = (void *)2;

char _license[] SEC("license") = "GPL";

#define BPF_MAP_TYPE_HASH 1
#define BPF_MAP_TYPE_PERCPU_ARRAY 6

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, __u32);
	__type(value, struct Counter);
} ByHash SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} Total SEC(".maps");

/* tests/Dynptrs.Emit.Tests/Golden/Maps.cs:22 */
SEC("xdp")
int Count(struct xdp_md *xdp)
{
	__u32 key;
	struct Counter *counter;
	struct Counter first;
	__u64 t;
	__u32 t_2;
	__u64 *t_3;

	key = (__u32)bpf_xdp_get_buff_len(xdp) & 255;
	counter = bpf_map_lookup_elem(&ByHash, &key);
	if (counter != NULL) {
		counter->Packets++;
		t = counter->Bytes;
		counter->Bytes = t + (__u64)bpf_xdp_get_buff_len(xdp);
	} else {
		__builtin_memset(&first, 0, sizeof(first));
		first.Packets = 1;
		first.Bytes = bpf_xdp_get_buff_len(xdp);
		bpf_map_update_elem(&ByHash, &key, &first, 0);
	}
	t_2 = 0;
	t_3 = bpf_map_lookup_elem(&Total, &t_2);
	(*t_3)++;
	return 2;
}
