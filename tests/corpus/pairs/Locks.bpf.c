#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern void bpf_rcu_read_lock(void) __ksym __weak;
extern void bpf_rcu_read_unlock(void) __ksym __weak;

struct guarded {
    struct bpf_spin_lock held;
    int number;
};

MAP_OF(HASH, guarded, u32, struct guarded);

struct bpf_spin_lock first SEC(".data.first") __hidden;
struct bpf_spin_lock second SEC(".data.second") __hidden;

volatile u64 total;

SEC("tc")
int loop_while_a_lock_is_held(struct __sk_buff *skb)
{
    u32 key = 0;
    int i;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    for (i = 0; i < 10; i++)
        total++;
    bpf_spin_unlock(&value->held);
    return 0;
}

SEC("tc")
int lock_kept_on_the_way_out_of_a_loop(struct __sk_buff *skb)
{
    u32 key = 0;
    int i;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    for (i = 0; i < 10; i++) {
        if (value->number == i)
            return 1;
        total++;
    }
    bpf_spin_unlock(&value->held);
    return 0;
}

SEC("tc")
int numbers_counted_while_a_lock_is_held(struct __sk_buff *skb)
{
    u32 key = 0;
    int i;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    bpf_for(i, 0, 10)
        total++;
    bpf_spin_unlock(&value->held);
    return 0;
}

static int callback_while_a_lock_is_held__callback(u32 index, void *context)
{
    total++;
    return 0;
}

SEC("tc")
int callback_while_a_lock_is_held(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    bpf_loop(10, callback_while_a_lock_is_held__callback, 0, 0);
    bpf_spin_unlock(&value->held);
    return 0;
}

__noinline int global_method_while_a_lock_is_held__count(int by)
{
    total += by;
    return 0;
}

SEC("tc")
int global_method_while_a_lock_is_held(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    global_method_while_a_lock_is_held__count(1);
    bpf_spin_unlock(&value->held);
    return 0;
}

SEC("tc")
int lock_taken_in_both_branches(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    if (bpf_get_prandom_u32() > 5) {
        bpf_spin_lock(&value->held);
        value->number++;
    } else {
        bpf_spin_lock(&value->held);
        value->number--;
    }
    bpf_spin_unlock(&value->held);
    return 0;
}

SEC("tc")
int lock_taken_in_one_branch(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    if (bpf_get_prandom_u32() > 5) {
        bpf_spin_lock(&value->held);
        value->number++;
    }
    bpf_spin_unlock(&value->held);
    return 0;
}

static __noinline void lock_taken_by_a_method__take(struct guarded *value)
{
    bpf_spin_lock(&value->held);
    value->number++;
}

SEC("tc")
int lock_taken_by_a_method(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    lock_taken_by_a_method__take(value);
    bpf_spin_unlock(&value->held);
    return 0;
}

SEC("tc")
int lock_inside_a_read_section(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_rcu_read_lock();
    bpf_spin_lock(&value->held);
    value->number++;
    bpf_spin_unlock(&value->held);
    bpf_rcu_read_unlock();
    return 0;
}

SEC("tc")
int read_section_inside_a_lock(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    bpf_spin_lock(&value->held);
    bpf_rcu_read_lock();
    value->number++;
    bpf_rcu_read_unlock();
    bpf_spin_unlock(&value->held);
    return 0;
}

SEC("tc")
int lock_in_a_global(struct __sk_buff *skb)
{
    bpf_spin_lock(&first);
    total++;
    bpf_spin_unlock(&first);
    return 0;
}

SEC("tc")
int another_global_given_up(struct __sk_buff *skb)
{
    bpf_spin_lock(&first);
    total++;
    bpf_spin_unlock(&second);
    return 0;
}

SEC("tc")
int lock_on_the_stack(struct __sk_buff *skb)
{
    struct bpf_spin_lock held = {};
    bpf_spin_lock(&held);
    total++;
    bpf_spin_unlock(&held);
    return 0;
}

SEC("tc")
int lock_of_a_value_that_may_be_missing(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    bpf_spin_lock(&value->held);
    bpf_spin_unlock(&value->held);
    return 0;
}

SEC("kprobe/do_nanosleep")
int lock_in_a_kprobe(void *ctx)
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

SEC("kprobe/do_nanosleep")
int map_with_a_lock_in_a_kprobe(void *ctx)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    return (int)value->number;
}

SEC("syscall")
int map_with_a_lock_in_a_system_call(void *ctx)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    return (int)value->number;
}

SEC("socket")
int lock_in_a_socket_filter(struct __sk_buff *skb)
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

SEC("fentry/bpf_fentry_test1")
int lock_in_a_traced_function(void *ctx)
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
int lock_at_a_number(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    struct bpf_spin_lock *held = &value->held + (bpf_get_prandom_u32() & 1);
    bpf_spin_lock(held);
    total++;
    bpf_spin_unlock(held);
    return 0;
}

SEC("tc")
int lock_at_a_number_that_is_known(struct __sk_buff *skb)
{
    u32 key = 0;
    struct guarded *value = bpf_map_lookup_elem(&guarded, &key);
    if (!value)
        return 0;
    struct bpf_spin_lock *held = &value->held + (bpf_get_prandom_u32() & 0);
    bpf_spin_lock(held);
    total++;
    bpf_spin_unlock(held);
    return 0;
}
