#include "pairs.h"

char _license[] SEC("license") = "GPL";

MAP_OF(HASH, blocks, u32, struct bytes64);

RING_BUFFER(events, 4096);

u64 memory;

SEC("raw_tp/sys_enter")
int string_of_a_varying_length_as_a_record(void *ctx)
{
    char path[32] = {};
    int length = bpf_probe_read_user_str(path, 32, (void *)memory);
    if (length <= 0)
        return 0;
    return bpf_ringbuf_output(&events, path, length, 0);
}

SEC("raw_tp/sys_enter")
int string_that_may_not_be_read_as_a_record(void *ctx)
{
    char path[32] = {};
    int length = bpf_probe_read_user_str(path, 32, (void *)memory);
    return bpf_ringbuf_output(&events, path, length, 0);
}

SEC("raw_tp/sys_enter")
int last_byte_of_a_string(void *ctx)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int length = bpf_probe_read_kernel_str(value->bytes, 64, (void *)memory);
    if (length > 0)
        value->bytes[length - 1] = 1;
    return 0;
}

SEC("raw_tp/sys_enter")
int byte_behind_a_string(void *ctx)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int length = bpf_probe_read_kernel_str(value->bytes, 64, (void *)memory);
    if (length > 0)
        value->bytes[length] = 1;
    return 0;
}

SEC("raw_tp/sys_enter")
int string_in_a_part(void *ctx)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int length = bpf_probe_read_kernel_str(value->bytes, 16, (void *)memory);
    if (length > 0)
        value->bytes[length + 47] = 1;
    return 0;
}

SEC("raw_tp/sys_enter")
int string_in_a_larger_part(void *ctx)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int length = bpf_probe_read_kernel_str(value->bytes, 17, (void *)memory);
    if (length > 0)
        value->bytes[length + 47] = 1;
    return 0;
}

SEC("raw_tp/sys_enter")
int second_string_behind_the_first(void *ctx)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int first = bpf_probe_read_user_str(value->bytes, 32, (void *)memory);
    if (first <= 0)
        return 0;
    bpf_probe_read_user_str(value->bytes + first, 32, (void *)memory);
    return 0;
}

SEC("raw_tp/sys_enter")
int second_string_behind_what_may_not_be_read(void *ctx)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    int first = bpf_probe_read_user_str(value->bytes, 32, (void *)memory);
    bpf_probe_read_user_str(value->bytes + first, 32, (void *)memory);
    return 0;
}

SEC("raw_tp/sys_enter")
int string_of_no_bytes(void *ctx)
{
    char path[8] = {};
    return bpf_probe_read_user_str(path, 0, (void *)memory);
}

SEC("raw_tp/sys_enter")
int what_else_a_task_has(void *ctx)
{
    u64 ids = bpf_get_current_uid_gid() ^ bpf_get_current_cgroup_id() ^ bpf_get_current_ancestor_cgroup_id(1);
    u64 times = bpf_ktime_get_boot_ns() ^ bpf_ktime_get_tai_ns();
    if (ids == times + bpf_get_numa_node_id())
        memory = 1;
    bpf_send_signal(0);
    return bpf_send_signal_thread(0);
}
