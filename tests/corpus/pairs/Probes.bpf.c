#include "pairs.h"

char _license[] SEC("license") = "GPL";

volatile u64 total;
struct bytes64 text;
MAP_OF(HASH, blocks, u32, struct bytes64);

SEC("kprobe/do_sys_openat2")
int parameters_read(struct pt_regs *ctx)
{
    total = ctx->di + ctx->si + ctx->dx + ctx->cx + ctx->r8 + ctx->r9;
    return 0;
}

SEC("kretprobe/do_sys_openat2")
int returned_value_read(struct pt_regs *ctx)
{
    long result = ctx->ax;
    if (result < 0)
        total = ctx->ip;
    else
        total = ctx->sp;
    return 0;
}

SEC("uprobe")
int string_of_the_process_read(struct pt_regs *ctx)
{
    return bpf_probe_read_user_str(&text, sizeof(text), (void *)ctx->di);
}

SEC("uretprobe")
int register_that_is_tested_is_an_index(struct pt_regs *ctx)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 index = ctx->ax;
    return index < 64 ? value->bytes[index] : 0;
}

SEC("uretprobe")
int register_that_is_not_tested_is_an_index(struct pt_regs *ctx)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 index = ctx->ax;
    return index < 65 ? value->bytes[index] : 0;
}
