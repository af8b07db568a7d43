using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Mistakes with several places, of which one is what a person would change.</summary>
internal static unsafe class Marks
{
    private static readonly HashMap<uint, Guarded> guarded = new(maxEntries: 4);

    private struct Guarded
    {
        public BpfSpinLock held;
        public int number;
    }

    [BpfProgram("tc")]
    public static int store_of_what_is_converted(SkBuff skb)
    {
        var x = bpf_ktime_get_ns();
        var i = bpf_get_prandom_u32();
        /*!DYN008*/*(byte*)x/*!*/ = (byte)(i + 1);
        return 0;
    }

    [BpfProgram("tc")]
    public static int store_of_what_is_converted_on_the_stack(SkBuff skb)
    {
        var x = 0ul;
        var i = bpf_get_prandom_u32();
        *(byte*)&x = (byte)(i + 1);
        return (int)x;
    }

    [BpfProgram("tc")]
    public static int second_of_two_pointers_is_null(SkBuff skb)
    {
        var number = 1ul;
        ulong** pointers = stackalloc ulong*[2];
        pointers[0] = &number;
        pointers[1] = null;
        /*!DYN006*/*pointers[1]/*!*/ = 4;
        return (int)number;
    }

    [BpfProgram("tc")]
    public static int first_of_two_pointers_is_not_null(SkBuff skb)
    {
        var number = 1ul;
        ulong** pointers = stackalloc ulong*[2];
        pointers[0] = &number;
        pointers[1] = null;
        *pointers[0] = 4;
        return (int)number;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int second_value_of_a_result(SkBuff skb)
    {
        var err = second_value_of_a_result__load(skb);
        return err < 0 ? 1 : /*!DYN015*/err/*!*/;
    }

    private static int second_value_of_a_result__load(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[8];
        return (int)bpf_skb_load_bytes(skb, 0, buffer);
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int both_values_of_a_result(SkBuff skb)
    {
        var err = second_value_of_a_result__load(skb);
        return err < 0 ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int section_left_open_in_a_callback(SkBuff skb)
    {
        bpf_loop(1, section_left_open_in_a_callback__run, 0);
        return 0;
    }

    private static int section_left_open_in_a_callback__run(uint index)
    {
        bpf_rcu_read_lock();
        /*!DYN017*/return 0;/*!*/
    }

    [BpfProgram("tc")]
    public static int section_left_in_a_callback(SkBuff skb)
    {
        bpf_loop(1, section_left_in_a_callback__run, 0);
        return 0;
    }

    private static int section_left_in_a_callback__run(uint index)
    {
        bpf_rcu_read_lock();
        bpf_rcu_read_unlock();
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_left_open_in_a_callback(SkBuff skb)
    {
        bpf_loop(4, lock_left_open_in_a_callback__run, 0);
        return 0;
    }

    private static int lock_left_open_in_a_callback__run(uint index)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        value.Value.number++;
        /*!DYN017*/return 0;/*!*/
    }

    [BpfProgram("tc")]
    public static int lock_given_back_in_a_callback(SkBuff skb)
    {
        bpf_loop(4, lock_given_back_in_a_callback__run, 0);
        return 0;
    }

    private static int lock_given_back_in_a_callback__run(uint index)
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
    public static int lock_kept_on_one_branch(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        if (value.Value.number > 3)
            bpf_spin_unlock(ref value.Value.held);
        var other = bpf_map_lookup_elem(guarded, 1u);
        if (!other)
            /*!DYN017*/return 0;/*!*/
        bpf_spin_lock(ref other.Value.held);
        other.Value.number++;
        bpf_spin_unlock(ref other.Value.held);
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_kept_on_no_branch(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        value.Value.number++;
        bpf_spin_unlock(ref value.Value.held);
        var other = bpf_map_lookup_elem(guarded, 1u);
        if (!other)
            return 0;
        bpf_spin_lock(ref other.Value.held);
        other.Value.number++;
        bpf_spin_unlock(ref other.Value.held);
        return 0;
    }

    [BpfProgram("tc")]
    public static int call_in_a_lock_that_is_kept_on_one_branch(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_spin_lock(ref value.Value.held);
        /*!DYN018*/bpf_ktime_get_ns()/*!*/;
        if (value.Value.number > 3)
            /*!DYN017*/return 0;/*!*/
        bpf_spin_unlock(ref value.Value.held);
        return 0;
    }
}
