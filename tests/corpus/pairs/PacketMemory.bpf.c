#include "pairs.h"

char _license[] SEC("license") = "GPL";

MAP_OF(HASH, counts, u32, u64);
RING_BUFFER(records, 4096);

SEC("xdp")
int key_of_a_map(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    u64 *value = bpf_map_lookup_elem(&counts, data + 12);
    return value ? *value & 3 : 0;
}

SEC("xdp")
int key_of_a_map_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    u64 *value = bpf_map_lookup_elem(&counts, data + 17);
    return value ? *value & 3 : 0;
}

SEC("xdp")
int value_of_a_map(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    bpf_map_update_elem(&counts, data, data + 12, 0);
    return 0;
}

SEC("xdp")
int checksum(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    return bpf_csum_diff(0, 0, (void *)data, 20, 0) & 3;
}

SEC("xdp")
int checksum_and_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    return bpf_csum_diff(0, 0, (void *)data, 24, 0) & 3;
}

SEC("xdp")
int record(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    bpf_ringbuf_output(&records, data, 20, 0);
    return 0;
}

SEC("xdp")
int record_of_a_copy(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    u64 copy = *(u64 *)data;
    bpf_ringbuf_output(&records, &copy, 8, 0);
    return 0;
}

SEC("tc")
int loaded_into_the_packet(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    bpf_skb_load_bytes(ctx, 0, data, 4);
    return 0;
}

SEC("tc")
int kernel_read_into_the_packet(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    bpf_probe_read_kernel(data, 8, (void *)1234);
    return 0;
}

SEC("xdp")
int dynptr_written_from_the_packet(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    struct bpf_dynptr ptr;
    bpf_dynptr_from_xdp(ctx, 0, &ptr);
    bpf_dynptr_write(&ptr, 0, data, 4, 0);
    return 0;
}

SEC("xdp")
int dynptr_read_into_the_packet(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    struct bpf_dynptr ptr;
    bpf_dynptr_from_xdp(ctx, 0, &ptr);
    bpf_dynptr_read(data, 4, &ptr, 8, 0);
    return 0;
}

SEC("xdp")
int buffer_of_a_slice(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    struct bpf_dynptr ptr;
    bpf_dynptr_from_xdp(ctx, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, data, 8);
    return slice ? slice[0] : 0;
}

SEC("xdp")
int changed_atomically(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    __sync_fetch_and_add((u64 *)data, 1);
    return 0;
}

SEC("xdp")
int changed(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    *(u64 *)data += 1;
    return 0;
}

SEC("xdp")
int map_memory_asked_for(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 20 > end)
        return 0;
    struct bpf_dynptr ptr;
    bpf_dynptr_from_mem(data, 8, 0, &ptr);
    return 0;
}

SEC("xdp")
int end_moved_back(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data > end - 14)
        return 0;
    return data[0];
}

SEC("xdp")
int end_moved_by_a_number(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *p = end + (bpf_get_prandom_u32() & 7);
    return data > p;
}

SEC("xdp")
int end_read(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    return end[-1];
}

SEC("xdp")
int end_less_data(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    return end - data > 1500;
}

SEC("xdp")
int written_in_xdp(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    data[0] = 1;
    return 2;
}

SEC("tc")
int written_in_tc(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    data[0] = 1;
    return 0;
}

SEC("action")
int written_in_action(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    data[0] = 1;
    return 0;
}

SEC("lwt_xmit")
int written_in_lwt_xmit(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    data[0] = 1;
    return 0;
}

SEC("sk_skb/stream_verdict")
int written_in_sk_skb_stream_verdict(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    data[0] = 1;
    return 0;
}

SEC("cgroup_skb/ingress")
int written_in_cgroup_skb_ingress(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    data[0] = 1;
    return 0;
}

SEC("lwt_in")
int written_in_lwt_in(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    data[0] = 1;
    return 0;
}

SEC("lwt_out")
int written_in_lwt_out(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    data[0] = 1;
    return 0;
}

SEC("lwt_seg6local")
int written_in_lwt_seg6local(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    data[0] = 1;
    return 0;
}

SEC("cgroup_skb/ingress")
int read_in_cgroup_skb_ingress(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    return data[13] & 1;
}

SEC("lwt_in")
int read_in_lwt_in(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    return data[13] & 1;
}

SEC("flow_dissector")
int read_in_flow_dissector(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    return data[13] & 1;
}

SEC("socket")
int read_in_a_socket_filter(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data;
    return data == 0;
}
