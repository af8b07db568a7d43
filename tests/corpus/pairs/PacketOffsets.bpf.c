#include "pairs.h"

char _license[] SEC("license") = "GPL";

SEC("xdp")
int moved_by_a_number(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 n = bpf_get_prandom_u32() & 0xff;
    u8 *p = data + n;
    if (p + 4 > end)
        return 2;
    return p[3];
}

SEC("xdp")
int moved_by_a_number_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 n = bpf_get_prandom_u32() & 0xff;
    u8 *p = data + n;
    if (p + 4 > end)
        return 2;
    return p[4];
}

SEC("xdp")
int moved_after_the_comparison(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 64 > end)
        return 2;
    u32 n = bpf_get_prandom_u32() & 7;
    u8 *p = data + n;
    return p[0];
}

SEC("xdp")
int varying_index(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 64 > end)
        return 2;
    u32 n = bpf_get_prandom_u32() & 7;
    return data[n];
}

SEC("xdp")
int start_of_what_was_moved(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 n = bpf_get_prandom_u32() & 0xff;
    u8 *p = data + n;
    if (p + 4 > end)
        return 2;
    return data[0];
}

SEC("xdp")
int moved_by_sixteen_bits(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 n = bpf_get_prandom_u32() & 0xffff;
    u8 *p = data + n;
    if (p + 4 > end)
        return 2;
    return p[3];
}

SEC("xdp")
int moved_by_nearly_sixteen_bits(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 n = bpf_get_prandom_u32() & 0xffff;
    if (n > 0xfffb)
        return 2;
    u8 *p = data + n;
    if (p + 4 > end)
        return 2;
    return p[3];
}

SEC("xdp")
int moved_by_one_more_than_nearly_sixteen_bits(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 n = bpf_get_prandom_u32() & 0xffff;
    if (n > 0xfffc)
        return 2;
    u8 *p = data + n;
    if (p + 4 > end)
        return 2;
    return p[3];
}

SEC("xdp")
int moved_by_thirty_two_bits(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 n = bpf_get_prandom_u32();
    u8 *p = data + n;
    if (p + 4 > end)
        return 2;
    return p[3];
}

SEC("xdp")
int moved_by_what_may_be_negative(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    int n = bpf_get_prandom_u32();
    u8 *p = data + n;
    if (p + 4 > end)
        return 2;
    return p[3];
}

SEC("xdp")
int moved_forward_and_back(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 n = bpf_get_prandom_u32() & 0xff;
    u8 *p = data + 8;
    p += n;
    p -= 1;
    if (p + 4 > end)
        return 2;
    return p[3];
}

SEC("xdp")
int moved_before_the_packet(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 n = bpf_get_prandom_u32() & 0xff;
    u8 *p = data + n;
    p -= 1;
    if (p + 4 > end)
        return 2;
    return p[0];
}

SEC("xdp")
int moved_before_the_packet_and_read_in_it(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 n = bpf_get_prandom_u32() & 0xff;
    u8 *p = data + n;
    p -= 1;
    if (p + 4 > end)
        return 2;
    return p[3];
}

SEC("xdp")
int moved_on_after_the_comparison(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 n = bpf_get_prandom_u32() & 0xff;
    u8 *p = data + n;
    if (p + 8 > end)
        return 2;
    u8 *next = p + 4;
    return next[3];
}

SEC("xdp")
int moved_on_after_the_comparison_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 n = bpf_get_prandom_u32() & 0xff;
    u8 *p = data + n;
    if (p + 8 > end)
        return 2;
    u8 *next = p + 4;
    return next[4];
}

SEC("xdp")
int moved_back_by_a_number(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 64 > end)
        return 2;
    u64 n = bpf_get_prandom_u32() & 7;
    u8 *p = data + 32;
    p -= n;
    return p[31];
}

SEC("xdp")
int moved_by_a_signed_byte(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 1 > end)
        return 2;
    s64 n = *(s8 *)data;
    u8 *p = data + 200 + n;
    if (p + 4 > end)
        return 2;
    return p[3];
}

SEC("xdp")
int moved_by_an_unsigned_byte(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    if (data + 1 > end)
        return 2;
    u8 *p = data + 200 + data[0];
    if (p + 4 > end)
        return 2;
    return p[3];
}

SEC("xdp")
int moved_twice(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *p = data + (bpf_get_prandom_u32() & 0xff);
    u8 *next = p + (bpf_get_prandom_u32() & 0xff);
    if (next + 1 > end)
        return 2;
    return next[0];
}

SEC("xdp")
int moved_twice_and_once_compared(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *p = data + (bpf_get_prandom_u32() & 0xff);
    u8 *next = p + (bpf_get_prandom_u32() & 0xff);
    if (next + 1 > end)
        return 2;
    return p[0];
}

SEC("xdp")
int sum_written_twice(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 n = bpf_get_prandom_u32() & 0xff;
    if (data + n + 4 > end)
        return 2;
    return (data + n)[3];
}

SEC("xdp")
int header_of_its_own_length(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *ip = data + 14;
    if (ip + 20 > end)
        return 2;
    u32 length = (ip[0] & 15) * 4;
    if (length < 20)
        return 2;
    u8 *udp = ip + length;
    if (udp + 8 > end)
        return 2;
    return *(u16 *)(udp + 2);
}

SEC("xdp")
int header_of_its_own_length_not_compared(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *ip = data + 14;
    if (ip + 20 > end)
        return 2;
    u32 length = (ip[0] & 15) * 4;
    if (length < 20)
        return 2;
    u8 *udp = ip + length;
    return *(u16 *)(udp + 2);
}

SEC("xdp")
int options(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *option = data + 34;
    int found = 0;
    for (int i = 0; i < 8; i++) {
        if (option + 2 > end)
            break;
        u8 kind = option[0], length = option[1];
        if (kind == 0)
            break;
        if (kind == 1) {
            option += 1;
            continue;
        }
        found += kind;
        option += length;
    }
    return found & 3;
}

SEC("xdp")
int options_compared_once(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u8 *option = data + 34;
    int found = 0;
    if (option + 2 > end)
        return 2;
    for (int i = 0; i < 8; i++) {
        u8 kind = option[0], length = option[1];
        if (kind == 0)
            break;
        found += kind;
        option += length;
    }
    return found & 3;
}

SEC("xdp")
int steps_of_a_constant(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 sum = 0;
    for (int i = 0; i < 8; i++) {
        if (data + 4 > end)
            break;
        sum += data[3];
        data += 4;
    }
    return sum & 3;
}

SEC("xdp")
int steps_of_a_constant_and_one_more(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 sum = 0;
    for (int i = 0; i < 8; i++) {
        if (data + 4 > end)
            break;
        sum += data[4];
        data += 4;
    }
    return sum & 3;
}

SEC("xdp")
int steps_through_what_was_compared(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 sum = 0;
    if (data + 32 > end)
        return 2;
    for (int i = 0; i < 8; i++) {
        sum += data[3];
        data += 4;
    }
    return sum & 3;
}

SEC("xdp")
int steps_behind_what_was_compared(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 sum = 0;
    if (data + 31 > end)
        return 2;
    for (int i = 0; i < 8; i++) {
        sum += data[3];
        data += 4;
    }
    return sum & 3;
}
