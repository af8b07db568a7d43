#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern void bpf_rcu_read_lock(void) __ksym __weak;
extern void bpf_rcu_read_unlock(void) __ksym __weak;
extern void bpf_preempt_disable(void) __ksym __weak;
extern void bpf_preempt_enable(void) __ksym __weak;

struct guarded {
    struct bpf_spin_lock held;
    int number;
};

MAP_OF(HASH, guarded, u32, struct guarded);

volatile u64 total;

SEC("syscall")
int read_section_closed(void *ctx)
{
    bpf_rcu_read_lock();
    total = bpf_ktime_get_ns();
    bpf_rcu_read_unlock();
    return 0;
}

SEC("syscall")
int read_section_left_open(void *ctx)
{
    bpf_rcu_read_lock();
    total = bpf_ktime_get_ns();
    return 0;
}

SEC("syscall")
int read_section_left_open_on_a_branch(void *ctx)
{
    bpf_rcu_read_lock();
    if (bpf_get_prandom_u32() > 5)
        return 1;
    bpf_rcu_read_unlock();
    return 0;
}

SEC("syscall")
int read_section_closed_on_each_branch(void *ctx)
{
    bpf_rcu_read_lock();
    if (bpf_get_prandom_u32() > 5) {
        bpf_rcu_read_unlock();
        return 1;
    }
    bpf_rcu_read_unlock();
    return 0;
}

SEC("syscall")
int read_section_closed_twice(void *ctx)
{
    bpf_rcu_read_lock();
    bpf_rcu_read_unlock();
    bpf_rcu_read_unlock();
    return 0;
}

SEC("syscall")
int read_sections_nested(void *ctx)
{
    bpf_rcu_read_lock();
    bpf_rcu_read_lock();
    bpf_rcu_read_unlock();
    bpf_rcu_read_unlock();
    return 0;
}

SEC("syscall")
int sleeping_in_a_read_section(void *ctx)
{
    u8 buffer[8];
    bpf_rcu_read_lock();
    bpf_copy_from_user(buffer, 8, (void *)1234);
    bpf_rcu_read_unlock();
    return 0;
}

SEC("syscall")
int sleeping_after_a_read_section(void *ctx)
{
    u8 buffer[8];
    bpf_rcu_read_lock();
    total++;
    bpf_rcu_read_unlock();
    bpf_copy_from_user(buffer, 8, (void *)1234);
    return 0;
}

static __noinline void read_section_opened_and_closed_by_methods__open(void)
{
    bpf_rcu_read_lock();
}

static __noinline void read_section_opened_and_closed_by_methods__close(void)
{
    bpf_rcu_read_unlock();
}

SEC("syscall")
int read_section_opened_and_closed_by_methods(void *ctx)
{
    read_section_opened_and_closed_by_methods__open();
    total++;
    read_section_opened_and_closed_by_methods__close();
    return 0;
}

static __noinline void read_section_left_open_by_a_method__open(void)
{
    bpf_rcu_read_lock();
}

SEC("syscall")
int read_section_left_open_by_a_method(void *ctx)
{
    read_section_left_open_by_a_method__open();
    total++;
    return 0;
}

SEC("syscall")
int preemption_enabled(void *ctx)
{
    bpf_preempt_disable();
    total++;
    bpf_preempt_enable();
    return 0;
}

SEC("syscall")
int preemption_left_disabled(void *ctx)
{
    bpf_preempt_disable();
    total++;
    return 0;
}

SEC("syscall")
int preemption_enabled_only(void *ctx)
{
    bpf_preempt_enable();
    return 0;
}

SEC("syscall")
int sleeping_where_preemption_is_disabled(void *ctx)
{
    u8 buffer[8];
    bpf_preempt_disable();
    bpf_copy_from_user(buffer, 8, (void *)1234);
    bpf_preempt_enable();
    return 0;
}

SEC("syscall")
int regions_that_overlap(void *ctx)
{
    bpf_rcu_read_lock();
    bpf_preempt_disable();
    bpf_rcu_read_unlock();
    bpf_preempt_enable();
    return 0;
}

SEC("tc")
int lock_given_up(struct __sk_buff *skb)
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
int lock_kept(struct __sk_buff *skb)
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
int lock_taken_twice(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    bpf_spin_lock(&value->held);
    bpf_spin_unlock(&value->held);
    return 0;
}

SEC("tc")
int lock_given_up_only(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_spin_unlock(&value->held);
    return 0;
}

SEC("tc")
int call_while_a_lock_is_held(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    value->number = bpf_get_prandom_u32();
    bpf_spin_unlock(&value->held);
    return 0;
}

SEC("tc")
int call_before_a_lock_is_taken(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    int number = bpf_get_prandom_u32();
    bpf_spin_lock(&value->held);
    value->number = number;
    bpf_spin_unlock(&value->held);
    return 0;
}

static __noinline void method_while_a_lock_is_held__count(struct guarded *value)
{
    value->number++;
}

SEC("tc")
int method_while_a_lock_is_held(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    method_while_a_lock_is_held__count(value);
    bpf_spin_unlock(&value->held);
    return 0;
}

SEC("tc")
int lock_of_another_value_given_up(struct __sk_buff *skb)
{
    u32 zero = 0, one = 1;
    struct guarded *first = bpf_map_lookup_elem(&guarded, &zero);
    struct guarded *second = bpf_map_lookup_elem(&guarded, &one);
    if (!first || !second)
        return 0;
    bpf_spin_lock(&first->held);
    bpf_spin_unlock(&second->held);
    return 0;
}
