using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Regions on all paths: through branches, loops, methods and callbacks.</summary>
internal static class RegionPaths
{
    private static ulong total;

    [BpfProgram("syscall")]
    public static int read_sections_nested_one_left(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        bpf_rcu_read_lock();
        bpf_rcu_read_unlock();
        /*!DYN017*/return 0;/*!*/
    }

    [BpfProgram("syscall")]
    public static int opened_and_closed_under_one_condition(SyscallContext ctx)
    {
        var number = bpf_get_prandom_u32();
        if (number > 5)
            bpf_rcu_read_lock();
        total++;
        if (number > 5)
            bpf_rcu_read_unlock();
        return 0;
    }

    [BpfProgram("syscall")]
    public static int opened_and_closed_under_two_conditions(SyscallContext ctx)
    {
        if (bpf_get_prandom_u32() > 5)
            bpf_rcu_read_lock();
        total++;
        if (bpf_get_prandom_u32() > 5)
            /*!DYN017*/bpf_rcu_read_unlock()/*!*/;
        /*!DYN017*/return 0;/*!*/
    }

    [BpfProgram("syscall")]
    public static int opened_in_both_branches(SyscallContext ctx)
    {
        if (bpf_get_prandom_u32() > 5)
        {
            bpf_rcu_read_lock();
            total++;
        }
        else
        {
            bpf_rcu_read_lock();
            total = 0;
        }

        bpf_rcu_read_unlock();
        return 0;
    }

    [BpfProgram("syscall")]
    public static int opened_in_one_branch(SyscallContext ctx)
    {
        if (bpf_get_prandom_u32() > 5)
        {
            bpf_rcu_read_lock();
            total++;
        }
        else
        {
            total = 0;
        }

        /*!DYN017*/bpf_rcu_read_unlock()/*!*/;
        return 0;
    }

    [BpfProgram("syscall")]
    public static int section_in_each_round(SyscallContext ctx)
    {
        for (var i = 0; i < 10; i++)
        {
            bpf_rcu_read_lock();
            total++;
            bpf_rcu_read_unlock();
        }

        return 0;
    }

    [BpfProgram("syscall")]
    public static int section_opened_in_each_round(SyscallContext ctx)
    {
        for (var i = 0; i < 10; i++)
        {
            bpf_rcu_read_lock();
            total++;
        }

        /*!DYN017*/return 0;/*!*/
    }

    [BpfProgram("syscall")]
    public static int sections_opened_and_closed_in_two_loops(SyscallContext ctx)
    {
        for (var i = 0; i < 3; i++)
        {
            bpf_rcu_read_lock();
            total++;
        }

        for (var i = 0; i < 3; i++)
        {
            bpf_rcu_read_unlock();
            total++;
        }

        return 0;
    }

    [BpfProgram("syscall")]
    public static int callback_opens_and_closes(SyscallContext ctx)
    {
        bpf_loop(10, callback_opens_and_closes__callback, 0);
        return 0;
    }

    private static int callback_opens_and_closes__callback(uint index)
    {
        bpf_rcu_read_lock();
        total++;
        bpf_rcu_read_unlock();
        return 0;
    }

    [BpfProgram("syscall")]
    public static int callback_leaves_open(SyscallContext ctx)
    {
        bpf_loop(10, callback_leaves_open__callback, 0);
        return 0;
    }

    private static int callback_leaves_open__callback(uint index)
    {
        bpf_rcu_read_lock();
        total++;
        /*!DYN017*/return 0;/*!*/
    }

    [BpfProgram("syscall")]
    public static int callback_closes_what_was_open(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        bpf_loop(1, callback_closes_what_was_open__callback, 0);
        /*!DYN017*/return 0;/*!*/
    }

    private static int callback_closes_what_was_open__callback(uint index)
    {
        bpf_rcu_read_unlock();
        total++;
        return 1;
    }

    [BpfProgram("syscall")]
    public static int callback_between(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        bpf_loop(10, callback_between__callback, 0);
        bpf_rcu_read_unlock();
        return 0;
    }

    private static int callback_between__callback(uint index)
    {
        total++;
        return 0;
    }

    [BpfProgram("syscall")]
    public static int callback_sleeps_inside(SyscallContext ctx)
    {
        bpf_preempt_disable();
        bpf_loop(10, callback_sleeps_inside__callback, 0);
        bpf_preempt_enable();
        return 0;
    }

    private static int callback_sleeps_inside__callback(uint index)
    {
        Span<byte> buffer = stackalloc byte[8];
        /*!DYN018*/bpf_copy_from_user(buffer, 1234)/*!*/;
        return 0;
    }

    [BpfProgram("syscall")]
    public static int callback_sleeps_outside(SyscallContext ctx)
    {
        bpf_preempt_disable();
        total++;
        bpf_preempt_enable();
        bpf_loop(10, callback_sleeps_outside__callback, 0);
        return 0;
    }

    private static int callback_sleeps_outside__callback(uint index)
    {
        Span<byte> buffer = stackalloc byte[8];
        bpf_copy_from_user(buffer, 1234);
        return 0;
    }

    [BpfProgram("syscall")]
    public static int method_sleeps_inside(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        method_sleeps_inside__copy();
        bpf_rcu_read_unlock();
        return 0;
    }

    private static void method_sleeps_inside__copy()
    {
        Span<byte> buffer = stackalloc byte[8];
        /*!DYN018*/bpf_copy_from_user(buffer, 1234)/*!*/;
    }

    [BpfProgram("syscall")]
    public static int global_method_inside(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        global_method_inside__count(1);
        bpf_rcu_read_unlock();
        return 0;
    }

    [return: InRange(0, 0)]
    private static int global_method_inside__count(int by)
    {
        total += (uint)by;
        return 0;
    }

    [BpfProgram("syscall")]
    public static int global_method_sleeps_inside(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        /*!DYN018*/global_method_sleeps_inside__count(1)/*!*/;
        bpf_rcu_read_unlock();
        return 0;
    }

    [return: InRange(0, 0)]
    private static int global_method_sleeps_inside__count(int by)
    {
        global_method_sleeps_inside__copy();
        total += (uint)by;
        return 0;
    }

    private static void global_method_sleeps_inside__copy()
    {
        Span<byte> buffer = stackalloc byte[8];
        bpf_copy_from_user(buffer, 1234);
    }

    [BpfProgram("syscall")]
    public static int global_method_with_a_section(SyscallContext ctx)
    {
        global_method_with_a_section__count(1);
        return 0;
    }

    [return: InRange(0, 0)]
    private static int global_method_with_a_section__count(int by)
    {
        bpf_rcu_read_lock();
        total += (uint)by;
        bpf_rcu_read_unlock();
        return 0;
    }

    [BpfProgram("syscall")]
    public static int global_method_leaves_open(SyscallContext ctx)
    {
        global_method_leaves_open__count(1);
        bpf_rcu_read_unlock();
        return 0;
    }

    [EntersRegion(typeof(RcuReadSection))]
    private static int global_method_leaves_open__count(int by)
    {
        bpf_rcu_read_lock();
        total += (uint)by;
        /*!DYN017*/return 0;/*!*/
    }

    [BpfProgram("syscall")]
    public static int global_method_closes(SyscallContext ctx)
    {
        bpf_rcu_read_lock();
        global_method_closes__count(1);
        return 0;
    }

    [LeavesRegion(typeof(RcuReadSection))]
    private static int global_method_closes__count(int by)
    {
        /*!DYN017*/bpf_rcu_read_unlock()/*!*/;
        total += (uint)by;
        return 0;
    }
}
