#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern int bpf_iter_num_new(struct bpf_iter_num *it, int start, int end) __ksym __weak;
extern int *bpf_iter_num_next(struct bpf_iter_num *it) __ksym __weak;
extern void bpf_iter_num_destroy(struct bpf_iter_num *it) __ksym __weak;

SEC("xdp")
int offset_counted_in_rounds(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 sum = 0;
    u32 at = 0;
    struct bpf_iter_num it;
    bpf_iter_num_new(&it, 0, 10);
    while (bpf_iter_num_next(&it)) {
        if (at > 1000)
            break;
        u8 *p = data + at;
        if (p + 2 > end)
            break;
        sum += p[0];
        at += p[1];
    }
    bpf_iter_num_destroy(&it);
    return sum & 3;
}

SEC("xdp")
int offset_counted_in_rounds_and_one_behind(struct xdp_md *ctx)
{
    u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
    u32 sum = 0;
    u32 at = 0;
    struct bpf_iter_num it;
    bpf_iter_num_new(&it, 0, 10);
    while (bpf_iter_num_next(&it)) {
        if (at > 1000)
            break;
        u8 *p = data + at;
        if (p + 2 > end)
            break;
        sum += p[0];
        at += p[2];
    }
    bpf_iter_num_destroy(&it);
    return sum & 3;
}
