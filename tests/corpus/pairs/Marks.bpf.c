#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern void bpf_rcu_read_lock(void) __ksym __weak;
extern void bpf_rcu_read_unlock(void) __ksym __weak;

struct guarded {
    struct bpf_spin_lock held;
    int number;
};

MAP_OF(HASH, guarded, u32, struct guarded);

SEC("tc")
int store_of_what_is_converted(struct __sk_buff *skb)
{
    u64 x = bpf_ktime_get_ns();
    u32 i = bpf_get_prandom_u32();
    *(volatile u8 *)x = (u8)(i + 1);
    return 0;
}

SEC("tc")
int store_of_what_is_converted_on_the_stack(struct __sk_buff *skb)
{
    u64 x = 0;
    u32 i = bpf_get_prandom_u32();
    *(u8 *)&x = (u8)(i + 1);
    return x;
}

SEC("tc")
int second_of_two_pointers_is_null(struct __sk_buff *skb)
{
    u64 number = 1;
    volatile u64 *pointers[2];
    pointers[0] = &number;
    pointers[1] = 0;
    barrier_var(pointers[1]);
    *pointers[1] = 4;
    return number;
}

SEC("tc")
int first_of_two_pointers_is_not_null(struct __sk_buff *skb)
{
    u64 number = 1;
    u64 *pointers[2];
    pointers[0] = &number;
    pointers[1] = 0;
    *pointers[0] = 4;
    return number;
}

static __noinline int second_value_of_a_result__load(struct __sk_buff *skb)
{
    u8 buffer[8];
    return bpf_skb_load_bytes(skb, 0, buffer, 8);
}

SEC("cgroup_skb/ingress")
int second_value_of_a_result(struct __sk_buff *skb)
{
    int err = second_value_of_a_result__load(skb);
    return err < 0 ? 1 : err;
}

SEC("cgroup_skb/ingress")
int both_values_of_a_result(struct __sk_buff *skb)
{
    int err = second_value_of_a_result__load(skb);
    return err < 0 ? 1 : 0;
}

static int section_left_open_in_a_callback__run(u32 index, void *context)
{
    bpf_rcu_read_lock();
    return 0;
}

SEC("tc")
int section_left_open_in_a_callback(struct __sk_buff *skb)
{
    bpf_loop(1, section_left_open_in_a_callback__run, 0, 0);
    return 0;
}

static int section_left_in_a_callback__run(u32 index, void *context)
{
    bpf_rcu_read_lock();
    bpf_rcu_read_unlock();
    return 0;
}

SEC("tc")
int section_left_in_a_callback(struct __sk_buff *skb)
{
    bpf_loop(1, section_left_in_a_callback__run, 0, 0);
    return 0;
}

static int lock_left_open_in_a_callback__run(u32 index, void *context)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    value->number++;
    return 0;
}

SEC("tc")
int lock_left_open_in_a_callback(struct __sk_buff *skb)
{
    bpf_loop(4, lock_left_open_in_a_callback__run, 0, 0);
    return 0;
}

static int lock_given_back_in_a_callback__run(u32 index, void *context)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    value->number++;
    bpf_spin_unlock(&value->held);
    return 0;
}

SEC("tc")
int lock_given_back_in_a_callback(struct __sk_buff *skb)
{
    bpf_loop(4, lock_given_back_in_a_callback__run, 0, 0);
    return 0;
}

SEC("tc")
int lock_kept_on_one_branch(struct __sk_buff *skb)
{
    u32 key = 0, next = 1;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key), *other;
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    if (value->number > 3)
        bpf_spin_unlock(&value->held);
    other = bpf_map_lookup_elem(&guarded, &next);
    if (!other)
        return 0;
    bpf_spin_lock(&other->held);
    other->number++;
    bpf_spin_unlock(&other->held);
    return 0;
}

SEC("tc")
int lock_kept_on_no_branch(struct __sk_buff *skb)
{
    u32 key = 0, next = 1;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key), *other;
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    value->number++;
    bpf_spin_unlock(&value->held);
    other = bpf_map_lookup_elem(&guarded, &next);
    if (!other)
        return 0;
    bpf_spin_lock(&other->held);
    other->number++;
    bpf_spin_unlock(&other->held);
    return 0;
}

SEC("tc")
int call_in_a_lock_that_is_kept_on_one_branch(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    bpf_ktime_get_ns();
    if (value->number > 3)
        return 0;
    bpf_spin_unlock(&value->held);
    return 0;
}
