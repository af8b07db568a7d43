#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 4);
    __type(key, u32);
    __type(value, u64);
} table SEC(".maps");

const volatile u32 five = 5;
u32 count;
const char hello[] = "hello";

SEC("tc")
int readonly_field_written(struct __sk_buff *skb)
{
    *(volatile u32 *)&five = 7;
    return 0;
}

SEC("tc")
int readonly_field_as_dynptr(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u32 v = 5;
    bpf_dynptr_from_mem((void *)&five, 4, 0, &ptr);
    bpf_dynptr_write(&ptr, 0, &v, 4, 0);
    return 0;
}

SEC("tc")
int readonly_slice_changed_atomically(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buf[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    int *slice = bpf_dynptr_slice(&ptr, 0, buf, 8);
    if (!slice)
        return 0;
    __sync_fetch_and_add(slice, 1);
    return 0;
}

SEC("tc")
int readonly_slice_written(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buf[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, buf, 8);
    if (!slice)
        return 0;
    *slice = 1;
    return 0;
}

SEC("tc")
int literal_written(struct __sk_buff *skb)
{
    *(volatile char *)hello = 1;
    return 0;
}

static __noinline long map_key_written_in_callback__callback(void *map, const u32 *key, u64 *val, void *context)
{
    *(volatile u32 *)key = 5;
    return 0;
}

SEC("tc")
int map_key_written_in_callback(struct __sk_buff *skb)
{
    bpf_for_each_map_elem(&table, map_key_written_in_callback__callback, 0, 0);
    return 0;
}

SEC("tc")
int writable_field_written(struct __sk_buff *skb)
{
    *(volatile u32 *)&count = 7;
    return 0;
}

SEC("tc")
int writable_field_as_dynptr(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u32 value = 5;
    bpf_dynptr_from_mem((void *)&count, 4, 0, &ptr);
    bpf_dynptr_write(&ptr, 0, &value, 4, 0);
    return 0;
}

SEC("tc")
int writable_slice_changed_atomically(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    int *slice = bpf_dynptr_slice_rdwr(&ptr, 0, buffer, 8);
    if (!slice)
        return 0;
    __sync_fetch_and_add(slice, 1);
    return 0;
}

static long map_value_written_in_callback__callback(void *map, const u32 *key, u64 *value, void *context)
{
    *value = 5;
    return 0;
}

SEC("tc")
int map_value_written_in_callback(struct __sk_buff *skb)
{
    bpf_for_each_map_elem(&table, map_value_written_in_callback__callback, 0, 0);
    return 0;
}

static __noinline int readonly_field_written_by_a_function__set(const volatile u32 *number)
{
    *(volatile u32 *)number = 7;
    return 0;
}

SEC("tc")
int readonly_field_written_by_a_function(struct __sk_buff *skb)
{
    return readonly_field_written_by_a_function__set(&five);
}
