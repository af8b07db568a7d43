using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>What must and must not stand between two calls.</summary>
internal static class Regions
{
    private static readonly HashMap<uint, Guarded> guarded = new(maxEntries: 4);

    private static ulong total;

    private struct Guarded
    {
        public BpfSpinLock held;
        public int number;
    }

    [BpfProgram("syscall")]
    public static int read_section_closed(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        total = bpf_ktime_get_ns();
        bpf_rcu_read_unlock();
        return 0;
    }

    [BpfProgram("syscall")]
    public static int read_section_left_open(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        total = bpf_ktime_get_ns();
        /*!DYN017*/return 0;/*!*/
    }

    [BpfProgram("syscall")]
    public static int read_section_left_open_on_a_branch(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        if (bpf_get_prandom_u32() > 5)
            /*!DYN017*/return 1;/*!*/
        bpf_rcu_read_unlock();
        return 0;
    }

    [BpfProgram("syscall")]
    public static int read_section_closed_on_each_branch(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        if (bpf_get_prandom_u32() > 5)
        {
            bpf_rcu_read_unlock();
            return 1;
        }

        bpf_rcu_read_unlock();
        return 0;
    }

    [BpfProgram("syscall")]
    public static int read_section_closed_twice(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        bpf_rcu_read_unlock();
        /*!DYN017*/bpf_rcu_read_unlock()/*!*/;
        return 0;
    }

    [BpfProgram("syscall")]
    public static int read_sections_nested(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        bpf_rcu_read_lock();
        bpf_rcu_read_unlock();
        bpf_rcu_read_unlock();
        return 0;
    }

    [BpfProgram("syscall")]
    public static int sleeping_in_a_read_section(SyscallContext ctx)
    {
        Span<byte> buffer = stackalloc byte[8];
        bpf_rcu_read_lock();
        /*!DYN018*/bpf_copy_from_user(buffer, 1234)/*!*/;
        bpf_rcu_read_unlock();
        return 0;
    }

    [BpfProgram("syscall")]
    public static int sleeping_after_a_read_section(SyscallContext ctx)
    {
        Span<byte> buffer = stackalloc byte[8];
        bpf_rcu_read_lock();
        total++;
        bpf_rcu_read_unlock();
        bpf_copy_from_user(buffer, 1234);
        return 0;
    }

    [BpfProgram("syscall")]
    public static int read_section_opened_and_closed_by_methods(SyscallContext ctx)
    {
        read_section_opened_and_closed_by_methods__open();
        total++;
        read_section_opened_and_closed_by_methods__close();
        return 0;
    }

    private static void read_section_opened_and_closed_by_methods__open() => bpf_rcu_read_lock();

    private static void read_section_opened_and_closed_by_methods__close() => bpf_rcu_read_unlock();

    [BpfProgram("syscall")]
    public static int read_section_left_open_by_a_method(SyscallContext ctx)
    {
        read_section_left_open_by_a_method__open();
        total++;
        /*!DYN017*/return 0;/*!*/
    }

    private static void read_section_left_open_by_a_method__open() => bpf_rcu_read_lock();

    [BpfProgram("syscall")]
    public static int preemption_enabled(SyscallContext ctx)
    {
        bpf_preempt_disable();
        total++;
        bpf_preempt_enable();
        return 0;
    }

    [BpfProgram("syscall")]
    public static int preemption_left_disabled(SyscallContext ctx)
    {
        bpf_preempt_disable();
        total++;
        /*!DYN017*/return 0;/*!*/
    }

    [BpfProgram("syscall")]
    public static int preemption_enabled_only(SyscallContext ctx)
    {
        /*!DYN017*/bpf_preempt_enable()/*!*/;
        return 0;
    }

    [BpfProgram("syscall")]
    public static int sleeping_where_preemption_is_disabled(SyscallContext ctx)
    {
        Span<byte> buffer = stackalloc byte[8];
        bpf_preempt_disable();
        /*!DYN018*/bpf_copy_from_user(buffer, 1234)/*!*/;
        bpf_preempt_enable();
        return 0;
    }

    [BpfProgram("syscall")]
    public static int regions_that_overlap(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        bpf_preempt_disable();
        bpf_rcu_read_unlock();
        bpf_preempt_enable();
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_given_up(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        value.Value.number++;
        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_kept(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        value.Value.number++;
        /*!DYN017*/return 0;/*!*/
    }

    [BpfProgram("tc")]
    public static int lock_taken_twice(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        /*!DYN018*/bpf_spin_lock(ref value.Value.held)/*!*/;
        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_given_up_only(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        /*!DYN017*/bpf_spin_unlock(ref value.Value.held)/*!*/;
        return 0;
    }

    [BpfProgram("tc")]
    public static int call_while_a_lock_is_held(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        value.Value.number = (int)/*!DYN018*/bpf_get_prandom_u32()/*!*/;
        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    [BpfProgram("tc")]
    public static int call_before_a_lock_is_taken(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        var number = (int)bpf_get_prandom_u32();
        bpf_spin_lock(ref value.Value.held);
        value.Value.number = number;
        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    [BpfProgram("tc")]
    public static int method_while_a_lock_is_held(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        method_while_a_lock_is_held__count(ref value.Value);
        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    private static void method_while_a_lock_is_held__count(ref Guarded value) => value.number++;

    [BpfProgram("tc")]
    public static int lock_of_another_value_given_up(SkBuff skb)
    {
        var first = bpf_map_lookup_elem(guarded, 0u);
        var second = bpf_map_lookup_elem(guarded, 1u);
        if (!first || !second)
            return 0;
        bpf_spin_lock(ref first.Value.held);
        /*!DYN017*/bpf_spin_unlock(ref second.Value.held)/*!*/;
        return 0;
    }
}
