#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock(void) __ksym;

struct guarded {
    struct bpf_spin_lock held;
    int number;
};

MAP_OF(HASH, blocks, u32, struct bytes64);
MAP_OF(HASH, guarded, u32, struct guarded);

u32 count;

static __noinline void section_enter(void)
{
    bpf_rcu_read_lock();
}

static __noinline void section_leave(void)
{
    bpf_rcu_read_unlock();
}

static __noinline void guarded_enter(struct guarded *value)
{
    bpf_spin_lock(&value->held);
}

static __noinline void guarded_leave(struct guarded *value)
{
    bpf_spin_unlock(&value->held);
}

SEC("tc")
int section_disposed(struct __sk_buff *skb)
{
    section_enter();
    count++;
    section_leave();
    return 0;
}

SEC("tc")
int section_disposed_twice(struct __sk_buff *skb)
{
    section_enter();
    section_leave();
    section_leave();
    return 0;
}

SEC("tc")
int section_never_disposed(struct __sk_buff *skb)
{
    section_enter();
    count++;
    return 0;
}

SEC("tc")
int lock_left_by_its_members(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    guarded_enter(value);
    value->number++;
    guarded_leave(value);
    return 0;
}

SEC("tc")
int lock_entered_by_its_member(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    guarded_enter(value);
    value->number++;
    return 0;
}

static __noinline int byte_read_by_a_delegate__lambda(struct bytes64 *bytes)
{
    return bytes->bytes[3];
}

SEC("tc")
int byte_read_by_a_delegate(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return byte_read_by_a_delegate__lambda(value);
}

static __noinline int byte_behind_the_end_read_by_a_delegate__lambda(u8 *bytes)
{
    return bytes[64];
}

SEC("tc")
int byte_behind_the_end_read_by_a_delegate(struct __sk_buff *skb)
{
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return byte_behind_the_end_read_by_a_delegate__lambda(value->bytes);
}

static __noinline void changed_by_a_delegate__lambda(struct guarded *changed)
{
    changed->number++;
}

static __noinline void changed_by_a_delegate__with(struct guarded *value)
{
    bpf_spin_lock(&value->held);
    changed_by_a_delegate__lambda(value);
    bpf_spin_unlock(&value->held);
}

SEC("tc")
int changed_by_a_delegate(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (value)
        changed_by_a_delegate__with(value);
    return 0;
}
