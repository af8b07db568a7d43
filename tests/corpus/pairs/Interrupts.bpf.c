#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern void bpf_local_irq_save(unsigned long *flags) __ksym __weak;
extern void bpf_local_irq_restore(unsigned long *flags) __ksym __weak;
extern void bpf_rcu_read_lock(void) __ksym __weak;
extern void bpf_rcu_read_unlock(void) __ksym __weak;

volatile u64 total;

SEC("syscall")
int interrupts_restored(void *ctx)
{
    unsigned long flags;
    bpf_local_irq_save(&flags);
    total++;
    bpf_local_irq_restore(&flags);
    return 0;
}

SEC("syscall")
int interrupts_left_disabled(void *ctx)
{
    unsigned long flags;
    bpf_local_irq_save(&flags);
    total++;
    return 0;
}

SEC("syscall")
int interrupts_restored_twice(void *ctx)
{
    unsigned long flags;
    bpf_local_irq_save(&flags);
    bpf_local_irq_restore(&flags);
    bpf_local_irq_restore(&flags);
    return 0;
}

SEC("syscall")
int interrupts_saved_twice(void *ctx)
{
    unsigned long flags;
    bpf_local_irq_save(&flags);
    bpf_local_irq_save(&flags);
    bpf_local_irq_restore(&flags);
    return 0;
}

SEC("syscall")
int interrupts_saved_again(void *ctx)
{
    unsigned long flags;
    bpf_local_irq_save(&flags);
    bpf_local_irq_restore(&flags);
    bpf_local_irq_save(&flags);
    bpf_local_irq_restore(&flags);
    return 0;
}

SEC("syscall")
int interrupts_restored_in_order(void *ctx)
{
    unsigned long outer, inner;
    bpf_local_irq_save(&outer);
    bpf_local_irq_save(&inner);
    total++;
    bpf_local_irq_restore(&inner);
    bpf_local_irq_restore(&outer);
    return 0;
}

SEC("syscall")
int interrupts_restored_out_of_order(void *ctx)
{
    unsigned long outer, inner;
    bpf_local_irq_save(&outer);
    bpf_local_irq_save(&inner);
    total++;
    bpf_local_irq_restore(&outer);
    bpf_local_irq_restore(&inner);
    return 0;
}

SEC("syscall")
int interrupts_overlap_a_read_section(void *ctx)
{
    unsigned long flags;
    bpf_rcu_read_lock();
    bpf_local_irq_save(&flags);
    total++;
    bpf_rcu_read_unlock();
    bpf_local_irq_restore(&flags);
    return 0;
}

static __noinline void interrupts_saved_and_restored_by_methods__save(unsigned long *flags)
{
    bpf_local_irq_save(flags);
}

static __noinline void interrupts_saved_and_restored_by_methods__restore(unsigned long *flags)
{
    bpf_local_irq_restore(flags);
}

SEC("syscall")
int interrupts_saved_and_restored_by_methods(void *ctx)
{
    unsigned long flags;
    interrupts_saved_and_restored_by_methods__save(&flags);
    total++;
    interrupts_saved_and_restored_by_methods__restore(&flags);
    return 0;
}

SEC("syscall")
int sleeping_without_interrupts(void *ctx)
{
    u8 buffer[8];
    unsigned long flags;
    bpf_local_irq_save(&flags);
    bpf_copy_from_user(buffer, 8, (void *)1234);
    bpf_local_irq_restore(&flags);
    return 0;
}

SEC("syscall")
int sleeping_after_interrupts_were_restored(void *ctx)
{
    u8 buffer[8];
    unsigned long flags;
    bpf_local_irq_save(&flags);
    total++;
    bpf_local_irq_restore(&flags);
    bpf_copy_from_user(buffer, 8, (void *)1234);
    return 0;
}
