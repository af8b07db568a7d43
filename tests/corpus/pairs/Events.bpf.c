#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct name {
    u8 letters[16];
};

struct waking_event {
    u32 unread;
    int common_pid;
    struct name comm;
    int pid;
    u32 prio;
};

volatile u64 total;
struct name name;
MAP_OF(HASH, blocks, u32, struct bytes64);

SEC("tp/sched/sched_waking")
int fields_of_an_event_read(struct waking_event *ctx)
{
    total = ctx->prio + (u32)ctx->pid;
    return 0;
}

SEC("tp/sched/sched_waking")
int array_of_an_event_read(struct waking_event *ctx)
{
    name = ctx->comm;
    return 0;
}

SEC("tp/sched/sched_waking")
int head_of_an_event_read(struct waking_event *ctx)
{
    total = (u32)ctx->common_pid;
    return 0;
}

SEC("tp/sched/sched_waking")
int field_of_an_event_written(struct waking_event *ctx)
{
    ctx->pid = 1;
    return 0;
}

SEC("tp/sched/sched_waking")
int last_bytes_of_an_event_read(void *ctx)
{
    total = *(u64 *)(ctx + 8184);
    return 0;
}

SEC("tp/sched/sched_waking")
int bytes_behind_an_event_read(void *ctx)
{
    total = *(u64 *)(ctx + 8192);
    return 0;
}

SEC("tp/sched/sched_waking")
int misaligned_field_of_an_event_read(void *ctx)
{
    total = *(u32 *)(ctx + 30);
    return 0;
}

SEC("tp/sched/sched_waking")
int field_that_is_tested_is_an_index(struct waking_event *ctx)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 index = ctx->prio;
    return index < 64 ? value->bytes[index] : 0;
}

SEC("tp/sched/sched_waking")
int field_that_is_not_tested_is_an_index(struct waking_event *ctx)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    u64 index = ctx->prio;
    return index < 65 ? value->bytes[index] : 0;
}
