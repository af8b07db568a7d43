using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>What lies between taking a lock and giving it back, and where locks may be.</summary>
internal static class Locks
{
    private static readonly HashMap<uint, Guarded> guarded = new(maxEntries: 4);

    private static BpfSpinLock first;

    private static BpfSpinLock second;

    private static ulong total;

    private struct Guarded
    {
        public BpfSpinLock held;
        public int number;
    }

    [BpfProgram("tc")]
    public static int loop_while_a_lock_is_held(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        for (var i = 0; i < 10; i++)
            total++;
        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_kept_on_the_way_out_of_a_loop(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        for (var i = 0; i < 10; i++)
        {
            if (value.Value.number == i)
                /*!DYN017*/return 1;/*!*/
            total++;
        }

        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    [BpfProgram("tc")]
    public static int numbers_counted_while_a_lock_is_held(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        foreach (var i in BpfLoop.Range(0, 10))
            total++;
        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    [BpfProgram("tc")]
    public static int callback_while_a_lock_is_held(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        /*!DYN018*/bpf_loop(10, callback_while_a_lock_is_held__callback, 0)/*!*/;
        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    private static int callback_while_a_lock_is_held__callback(uint index)
    {
        total++;
        return 0;
    }

    [BpfProgram("tc")]
    public static int global_method_while_a_lock_is_held(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        /*!DYN018*/global_method_while_a_lock_is_held__count(1)/*!*/;
        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    [return: InRange(0, 0)]
    private static int global_method_while_a_lock_is_held__count(int by)
    {
        total += (uint)by;
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_taken_in_both_branches(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        if (bpf_get_prandom_u32() > 5)
        {
            bpf_spin_lock(ref value.Value.held);
            value.Value.number++;
        }
        else
        {
            bpf_spin_lock(ref value.Value.held);
            value.Value.number--;
        }

        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_taken_in_one_branch(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        if (bpf_get_prandom_u32() > 5)
        {
            bpf_spin_lock(ref value.Value.held);
            value.Value.number++;
        }

        /*!DYN017*/bpf_spin_unlock(ref value.Value.held)/*!*/;
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_taken_by_a_method(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        lock_taken_by_a_method__take(ref value.Value);
        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    private static void lock_taken_by_a_method__take(ref Guarded value)
    {
        bpf_spin_lock(ref value.held);
        value.number++;
    }

    [BpfProgram("tc")]
    public static int lock_inside_a_read_section(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_rcu_read_lock();
        bpf_spin_lock(ref value.Value.held);
        value.Value.number++;
        bpf_spin_unlock(ref value.Value.held);
        bpf_rcu_read_unlock();
        return 0;
    }

    [BpfProgram("tc")]
    public static int read_section_inside_a_lock(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        /*!DYN018*/bpf_rcu_read_lock()/*!*/;
        value.Value.number++;
        bpf_rcu_read_unlock();
        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_in_a_global(SkBuff skb)
    {
        bpf_spin_lock(ref first);
        total++;
        bpf_spin_unlock(ref first);
        return 0;
    }

    [BpfProgram("tc")]
    public static int another_global_given_up(SkBuff skb)
    {
        bpf_spin_lock(ref first);
        total++;
        /*!DYN017*/bpf_spin_unlock(ref second)/*!*/;
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_on_the_stack(SkBuff skb)
    {
        BpfSpinLock held = default;
        bpf_spin_lock(ref /*!DYN011*/held/*!*/);
        total++;
        bpf_spin_unlock(ref /*!DYN011*/held/*!*/);
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_of_a_value_that_may_be_missing(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        bpf_spin_lock(ref /*!DYN006*/value/*!*/.Value.held);
        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }

    [BpfProgram("kprobe/do_nanosleep")]
    public static int lock_in_a_kprobe(nint ctx)
    {
        var value = bpf_map_lookup_elem(/*!DYN020*/guarded/*!*/, 0u);
        if (!value)
            return 0;
        /*!DYN020*/bpf_spin_lock(ref value.Value.held)/*!*/;
        value.Value.number++;
        /*!DYN020*/bpf_spin_unlock(ref value.Value.held)/*!*/;
        return 0;
    }

    [BpfProgram("kprobe/do_nanosleep")]
    public static int map_with_a_lock_in_a_kprobe(nint ctx)
    {
        var value = bpf_map_lookup_elem(/*!DYN020*/guarded/*!*/, 0u);
        if (!value)
            return 0;
        return (int)value.Value.number;
    }

    [BpfProgram("syscall")]
    public static int map_with_a_lock_in_a_system_call(SyscallContext ctx)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        return (int)value.Value.number;
    }

    [BpfProgram("socket")]
    public static int lock_in_a_socket_filter(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(/*!DYN020*/guarded/*!*/, 0u);
        if (!value)
            return 0;
        /*!DYN020*/bpf_spin_lock(ref value.Value.held)/*!*/;
        value.Value.number++;
        /*!DYN020*/bpf_spin_unlock(ref value.Value.held)/*!*/;
        return 0;
    }

    [BpfProgram("fentry/bpf_fentry_test1")]
    public static int lock_in_a_traced_function(nint ctx)
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
    public static int lock_at_a_number(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        ref var held = ref Unsafe.Add(ref value.Value.held, (int)(bpf_get_prandom_u32() & 1));
        /*!DYN017*/bpf_spin_lock(ref held)/*!*/;
        total++;
        bpf_spin_unlock(ref held);
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_at_a_number_that_is_known(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        ref var held = ref Unsafe.Add(ref value.Value.held, (int)(bpf_get_prandom_u32() & 0));
        bpf_spin_lock(ref held);
        total++;
        bpf_spin_unlock(ref held);
        return 0;
    }
}
