#include "pairs.h"

char _license[] SEC("license") = "GPL";

SEC("xdp")
int metadata_compared_with_data(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *metadata = (void *)(long)ctx->data_meta;
    if (metadata + 4 > data)
        return 0;
    return *(u32 *)metadata;
}

SEC("xdp")
int metadata_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *metadata = (void *)(long)ctx->data_meta;
    if (metadata + 4 > data)
        return 0;
    return metadata[4];
}

SEC("xdp")
int metadata_less_than_data(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *metadata = (void *)(long)ctx->data_meta;
    if (!(metadata + 3 < data))
        return 0;
    return *(u32 *)metadata;
}

SEC("xdp")
int data_before_metadata(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *metadata = (void *)(long)ctx->data_meta;
    if (data < metadata + 4)
        return 0;
    return *(u32 *)metadata;
}

SEC("xdp")
int metadata_compared_with_end(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *metadata = (void *)(long)ctx->data_meta;
    if (metadata + 4 > end)
        return 0;
    return metadata[0];
}

SEC("xdp")
int metadata_compared_with_more_than_data(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *metadata = (void *)(long)ctx->data_meta;
    if (metadata + 4 > data + 1)
        return 0;
    return metadata[0];
}

SEC("xdp")
int data_behind_metadata(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *metadata = (void *)(long)ctx->data_meta;
    if (metadata + 4 > data)
        return 0;
    return data[0];
}

SEC("xdp")
int metadata_written(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *metadata = (void *)(long)ctx->data_meta;
    if (metadata + 4 > data)
        return 0;
    *(u32 *)metadata = 1;
    return 2;
}

SEC("tc")
int metadata_of_tc_written(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *metadata = (void *)(long)ctx->data_meta;
    if (metadata + 4 > data)
        return 0;
    *(u32 *)metadata = 1;
    return 0;
}

SEC("cgroup_skb/ingress")
int metadata_of_a_control_group(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *metadata = (void *)(long)ctx->data_meta;
    return metadata == data;
}

SEC("xdp")
int metadata_moved_by_a_number(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *metadata = (void *)(long)ctx->data_meta;
    u8 *p = metadata + (bpf_get_prandom_u32() & 3);
    if (p + 4 > data)
        return 0;
    return *(u32 *)p;
}
