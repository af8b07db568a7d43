#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern void bpf_rcu_read_lock(void) __ksym __weak;
extern void bpf_rcu_read_unlock(void) __ksym __weak;
extern void bpf_preempt_disable(void) __ksym __weak;
extern void bpf_preempt_enable(void) __ksym __weak;

volatile u64 total;

SEC("syscall")
int read_sections_nested_one_left(void *ctx)
{
    bpf_rcu_read_lock();
    bpf_rcu_read_lock();
    bpf_rcu_read_unlock();
    return 0;
}

SEC("syscall")
int opened_and_closed_under_one_condition(void *ctx)
{
    u32 number = bpf_get_prandom_u32();
    if (number > 5)
        bpf_rcu_read_lock();
    total++;
    if (number > 5)
        bpf_rcu_read_unlock();
    return 0;
}

SEC("syscall")
int opened_and_closed_under_two_conditions(void *ctx)
{
    if (bpf_get_prandom_u32() > 5)
        bpf_rcu_read_lock();
    total++;
    if (bpf_get_prandom_u32() > 5)
        bpf_rcu_read_unlock();
    return 0;
}

SEC("syscall")
int opened_in_both_branches(void *ctx)
{
    if (bpf_get_prandom_u32() > 5) {
        bpf_rcu_read_lock();
        total++;
    } else {
        bpf_rcu_read_lock();
        total = 0;
    }
    bpf_rcu_read_unlock();
    return 0;
}

SEC("syscall")
int opened_in_one_branch(void *ctx)
{
    if (bpf_get_prandom_u32() > 5) {
        bpf_rcu_read_lock();
        total++;
    } else {
        total = 0;
    }
    bpf_rcu_read_unlock();
    return 0;
}

SEC("syscall")
int section_in_each_round(void *ctx)
{
    int i;
    for (i = 0; i < 10; i++) {
        bpf_rcu_read_lock();
        total++;
        bpf_rcu_read_unlock();
    }
    return 0;
}

SEC("syscall")
int section_opened_in_each_round(void *ctx)
{
    int i;
    for (i = 0; i < 10; i++) {
        bpf_rcu_read_lock();
        total++;
    }
    return 0;
}

SEC("syscall")
int sections_opened_and_closed_in_two_loops(void *ctx)
{
    int i;
    for (i = 0; i < 3; i++) {
        bpf_rcu_read_lock();
        total++;
    }
    for (i = 0; i < 3; i++) {
        bpf_rcu_read_unlock();
        total++;
    }
    return 0;
}

static int callback_opens_and_closes__callback(u32 index, void *context)
{
    bpf_rcu_read_lock();
    total++;
    bpf_rcu_read_unlock();
    return 0;
}

SEC("syscall")
int callback_opens_and_closes(void *ctx)
{
    bpf_loop(10, callback_opens_and_closes__callback, 0, 0);
    return 0;
}

static int callback_leaves_open__callback(u32 index, void *context)
{
    bpf_rcu_read_lock();
    total++;
    return 0;
}

SEC("syscall")
int callback_leaves_open(void *ctx)
{
    bpf_loop(10, callback_leaves_open__callback, 0, 0);
    return 0;
}

static int callback_closes_what_was_open__callback(u32 index, void *context)
{
    bpf_rcu_read_unlock();
    total++;
    return 1;
}

SEC("syscall")
int callback_closes_what_was_open(void *ctx)
{
    bpf_rcu_read_lock();
    bpf_loop(1, callback_closes_what_was_open__callback, 0, 0);
    return 0;
}

static int callback_between__callback(u32 index, void *context)
{
    total++;
    return 0;
}

SEC("syscall")
int callback_between(void *ctx)
{
    bpf_rcu_read_lock();
    bpf_loop(10, callback_between__callback, 0, 0);
    bpf_rcu_read_unlock();
    return 0;
}

static int callback_sleeps_inside__callback(u32 index, void *context)
{
    u8 buffer[8];
    bpf_copy_from_user(buffer, 8, (void *)1234);
    return 0;
}

SEC("syscall")
int callback_sleeps_inside(void *ctx)
{
    bpf_preempt_disable();
    bpf_loop(10, callback_sleeps_inside__callback, 0, 0);
    bpf_preempt_enable();
    return 0;
}

static int callback_sleeps_outside__callback(u32 index, void *context)
{
    u8 buffer[8];
    bpf_copy_from_user(buffer, 8, (void *)1234);
    return 0;
}

SEC("syscall")
int callback_sleeps_outside(void *ctx)
{
    bpf_preempt_disable();
    total++;
    bpf_preempt_enable();
    bpf_loop(10, callback_sleeps_outside__callback, 0, 0);
    return 0;
}

static __noinline void method_sleeps_inside__copy(void)
{
    u8 buffer[8];
    bpf_copy_from_user(buffer, 8, (void *)1234);
}

SEC("syscall")
int method_sleeps_inside(void *ctx)
{
    bpf_rcu_read_lock();
    method_sleeps_inside__copy();
    bpf_rcu_read_unlock();
    return 0;
}

__noinline int global_method_inside__count(int by)
{
    total += by;
    return 0;
}

SEC("syscall")
int global_method_inside(void *ctx)
{
    bpf_rcu_read_lock();
    global_method_inside__count(1);
    bpf_rcu_read_unlock();
    return 0;
}

static __noinline void global_method_sleeps_inside__copy(void)
{
    u8 buffer[8];
    bpf_copy_from_user(buffer, 8, (void *)1234);
}

__noinline int global_method_sleeps_inside__count(int by)
{
    global_method_sleeps_inside__copy();
    total += by;
    return 0;
}

SEC("syscall")
int global_method_sleeps_inside(void *ctx)
{
    bpf_rcu_read_lock();
    global_method_sleeps_inside__count(1);
    bpf_rcu_read_unlock();
    return 0;
}

__noinline int global_method_with_a_section__count(int by)
{
    bpf_rcu_read_lock();
    total += by;
    bpf_rcu_read_unlock();
    return 0;
}

SEC("syscall")
int global_method_with_a_section(void *ctx)
{
    global_method_with_a_section__count(1);
    return 0;
}

__noinline int global_method_leaves_open__count(int by)
{
    bpf_rcu_read_lock();
    total += by;
    return 0;
}

SEC("syscall")
int global_method_leaves_open(void *ctx)
{
    global_method_leaves_open__count(1);
    bpf_rcu_read_unlock();
    return 0;
}

__noinline int global_method_closes__count(int by)
{
    bpf_rcu_read_unlock();
    total += by;
    return 0;
}

SEC("syscall")
int global_method_closes(void *ctx)
{
    bpf_rcu_read_lock();
    global_method_closes__count(1);
    return 0;
}
