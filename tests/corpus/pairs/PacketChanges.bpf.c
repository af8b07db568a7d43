#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct cursor {
    u8 *position;
    u8 *end;
};

static __noinline int function_reads__type(u8 *data)
{
    return data[12];
}

SEC("xdp")
int function_reads(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 2;
    return function_reads__type(data);
}

static __noinline int function_reads_too_much__type(u8 *data)
{
    return data[12];
}

SEC("xdp")
int function_reads_too_much(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 12 > end)
        return 2;
    return function_reads_too_much__type(data);
}

static __noinline bool function_compares__fits(u8 *data, u8 *end, u32 bytes)
{
    return data + bytes <= end;
}

SEC("xdp")
int function_compares(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (!function_compares__fits(data, end, 14))
        return 2;
    return data[13];
}

static __noinline bool function_compares_less__fits(u8 *data, u8 *end, u32 bytes)
{
    return data + bytes <= end;
}

SEC("xdp")
int function_compares_less(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (!function_compares_less__fits(data, end, 13))
        return 2;
    return data[13];
}

static __noinline u8 *function_gives_a_pointer__payload(u8 *data)
{
    return data + 14;
}

SEC("xdp")
int function_gives_a_pointer(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 34 > end)
        return 2;
    return function_gives_a_pointer__payload(data)[19];
}

static __noinline bool cursor__skip(struct cursor *cursor, u32 bytes)
{
    if (cursor->position + bytes > cursor->end)
        return false;
    cursor->position += bytes;
    return true;
}

SEC("xdp")
int cursor(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    struct cursor cursor = {data, end};
    if (!cursor__skip(&cursor, 14) || !cursor__skip(&cursor, 20))
        return 2;
    return (cursor.position - 20)[0];
}

static __noinline bool cursor_read_on__skip(struct cursor *cursor, u32 bytes)
{
    if (cursor->position + bytes > cursor->end)
        return false;
    cursor->position += bytes;
    return true;
}

SEC("xdp")
int cursor_read_on(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    struct cursor cursor = {data, end};
    if (!cursor_read_on__skip(&cursor, 14))
        return 2;
    return cursor.position[0];
}

SEC("xdp")
int head_moved(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    bpf_xdp_adjust_head(ctx, 0);
    return data[13];
}

SEC("xdp")
int tail_moved(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    bpf_xdp_adjust_tail(ctx, 0);
    return data[13];
}

SEC("xdp")
int metadata_moved(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    bpf_xdp_adjust_meta(ctx, -4);
    return data[13];
}

SEC("xdp")
int length_asked(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    if (bpf_xdp_get_buff_len(ctx) > 1500)
        return 0;
    return data[13];
}

SEC("xdp")
int bytes_stored_in_xdp(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    u32 zero = 0;
    bpf_xdp_store_bytes(ctx, 0, &zero, 4);
    return data[13];
}

SEC("tc")
int bytes_stored_in_skb(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    u32 zero = 0;
    bpf_skb_store_bytes(ctx, 0, &zero, 4, 0);
    return data[13];
}

SEC("tc")
int bytes_loaded(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    u32 bytes;
    bpf_skb_load_bytes(ctx, 0, &bytes, 4);
    return data[13];
}

SEC("tc")
int bytes_pulled(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    bpf_skb_pull_data(ctx, 64);
    return data[13];
}

SEC("tc")
int dynptr_of_skb_written(struct __sk_buff *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    struct bpf_dynptr ptr;
    u32 zero = 0;
    bpf_dynptr_from_skb(ctx, 0, &ptr);
    bpf_dynptr_write(&ptr, 0, &zero, 4, 0);
    return data[13];
}

SEC("xdp")
int dynptr_of_xdp_written(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    struct bpf_dynptr ptr;
    u32 zero = 0;
    bpf_dynptr_from_xdp(ctx, 0, &ptr);
    bpf_dynptr_write(&ptr, 0, &zero, 4, 0);
    return data[13];
}

SEC("xdp")
int failed_change(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    if (bpf_xdp_adjust_head(ctx, 1000) != 0)
        return data[0];
    return 2;
}

static __noinline int function_changes__grow(struct xdp_md *ctx)
{
    return bpf_xdp_adjust_head(ctx, -8);
}

SEC("xdp")
int function_changes(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    function_changes__grow(ctx);
    return data[13];
}

SEC("xdp")
int pointers_read_again(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    if (bpf_xdp_adjust_head(ctx, -8) != 0)
        return 0;
    data = (void *)(long)ctx->data;
    end = (void *)(long)ctx->data_end;
    if (data + 22 > end)
        return 0;
    return data[21];
}

SEC("xdp")
int pointers_read_again_and_not_compared(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 0;
    if (bpf_xdp_adjust_head(ctx, -8) != 0)
        return 0;
    data = (void *)(long)ctx->data;
    return data[13];
}

SEC("xdp")
int compared_with_the_end_before(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (bpf_xdp_adjust_head(ctx, -8) != 0)
        return 0;
    data = (void *)(long)ctx->data;
    if (data + 14 > end)
        return 0;
    return data[13];
}

SEC("xdp")
int gone_pointers_compared(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    bpf_xdp_adjust_head(ctx, 0);
    return data + 14 > end ? 1 : 2;
}

SEC("xdp")
int header_before_a_change(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + sizeof(struct ethhdr) > end)
        return 0;
    struct ethhdr *ethernet = (void *)data;
    bpf_xdp_adjust_tail(ctx, -4);
    return ethernet->h_proto;
}
