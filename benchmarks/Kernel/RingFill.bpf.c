#include "bpf.h"

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1 << 24);
} Events SEC(".maps");

static long (*const bpf_ringbuf_output)(void *ringbuf, const void *data, __u64 size, __u64 flags) = (void *)130;

enum { BPF_RB_NO_WAKEUP = 1 };

/* Each run writes a record of 80 bytes, until there is no room. */
SEC("xdp")
int fill(struct xdp_md *xdp)
{
	__u64 record[10] = { 4711 };

	return bpf_ringbuf_output(&Events, record, sizeof(record), BPF_RB_NO_WAKEUP) ? XDP_DROP : XDP_PASS;
}

char _license[] SEC("license") = "GPL";
