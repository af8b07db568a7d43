#include "pairs.h"

char _license[] SEC("license") = "GPL";

SEC("xdp")
int greater_than_end(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 2;
    return data[13];
}

SEC("xdp")
int greater_than_end_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 2;
    return data[14];
}

SEC("xdp")
int greater_or_equal(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 >= end)
        return 2;
    return data[14];
}

SEC("xdp")
int greater_or_equal_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 >= end)
        return 2;
    return data[15];
}

SEC("xdp")
int less_than_end(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 < end)
        return data[14];
    return 2;
}

SEC("xdp")
int less_than_end_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 < end)
        return data[15];
    return 2;
}

SEC("xdp")
int less_or_equal(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 <= end)
        return data[13];
    return 2;
}

SEC("xdp")
int less_or_equal_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 <= end)
        return data[14];
    return 2;
}

SEC("xdp")
int end_less_than(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (end < data + 14)
        return 2;
    return data[13];
}

SEC("xdp")
int end_less_than_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (end < data + 14)
        return 2;
    return data[14];
}

SEC("xdp")
int end_less_or_equal(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (end <= data + 14)
        return 2;
    return data[14];
}

SEC("xdp")
int end_less_or_equal_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (end <= data + 14)
        return 2;
    return data[15];
}

SEC("xdp")
int end_greater_than(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (end > data + 14)
        return data[14];
    return 2;
}

SEC("xdp")
int end_greater_than_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (end > data + 14)
        return data[15];
    return 2;
}

SEC("xdp")
int end_greater_or_equal(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (end >= data + 14)
        return data[13];
    return 2;
}

SEC("xdp")
int end_greater_or_equal_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (end >= data + 14)
        return data[14];
    return 2;
}

SEC("xdp")
int other_branch(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return data[0];
    return 2;
}

SEC("xdp")
int start_before_end(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data < end)
        return data[0];
    return 2;
}

SEC("xdp")
int one_byte_behind_start(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 1 <= end)
        return data[0];
    return 2;
}

SEC("xdp")
int equal_to_end(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 == end)
        return data[0];
    return 2;
}

SEC("xdp")
int length_proves_nothing(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (end - data < 14)
        return 2;
    return data[0];
}

SEC("xdp")
int negated_twice(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (!(data + 14 <= end))
        return 2;
    return data[13];
}

SEC("xdp")
int before_the_packet(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 2;
    return data[-1];
}

SEC("xdp")
int as_far_as_may_be(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 65535 > end)
        return 2;
    return data[0];
}

SEC("xdp")
int farther_than_may_be(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 65536 > end)
        return 2;
    return data[0];
}

SEC("xdp")
int never_compared(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    return data[0];
}

SEC("xdp")
int kept_outcome(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    bool isShort = data + 14 > end;
    if (isShort)
        return 2;
    return data[13];
}

SEC("xdp")
int part_of_a_condition(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end || data[12] != 8)
        return 2;
    return data[13];
}

SEC("xdp")
int first_part_of_a_condition(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data[12] != 8 || data + 14 > end)
        return 2;
    return data[13];
}

SEC("xdp")
int less_compared_later(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 34 > end)
        return 2;
    if (data + 14 > end)
        return 1;
    return data[33];
}

SEC("xdp")
int compared_on_one_way(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (bpf_get_prandom_u32() > 5) {
        if (data + 34 > end)
            return 2;
    } else if (data + 14 > end) {
        return 1;
    }
    return data[33];
}

SEC("xdp")
int compared_on_both_ways(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (bpf_get_prandom_u32() > 5) {
        if (data + 34 > end)
            return 2;
    } else if (data + 14 > end) {
        return 1;
    }
    return data[13];
}

SEC("xdp")
int copy_is_compared(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *header = data;
    if (header + 14 > end)
        return 2;
    return data[13];
}

SEC("xdp")
int behind_what_was_compared(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *ip = data + 14;
    if (ip + 20 > end)
        return 2;
    return ip[19] + data[33];
}

SEC("xdp")
int behind_what_was_compared_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *ip = data + 14;
    if (ip + 20 > end)
        return 2;
    return ip[20];
}

SEC("xdp")
int header_by_its_type(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + sizeof(struct ethhdr) > end)
        return 2;
    struct ethhdr *ethernet = (void *)data;
    return ethernet->h_proto;
}

SEC("xdp")
int header_larger_than_compared(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + sizeof(struct ethhdr) > end)
        return 2;
    struct iphdr *ip = (void *)data;
    return ip->daddr;
}

SEC("xdp")
int read_again_after(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 14 > end)
        return 2;
    u8 *again = (void *)(long)ctx->data;
    return again[13];
}
