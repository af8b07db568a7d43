using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Members of structs, operators and delegates that only programs call.</summary>
internal static class Members
{
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);
    private static readonly HashMap<uint, Guarded> guarded = new(maxEntries: 4);

    private static uint count;

    private delegate int Reader(Span<byte> bytes);

    private delegate void Change(ref Guarded value);

    private ref struct Section
    {
        public Section(int depth) => bpf_rcu_read_lock();

        public void Dispose() => bpf_rcu_read_unlock();
    }

    private struct Guarded
    {
        public BpfSpinLock held;
        public int number;

        public void Enter() => bpf_spin_lock(ref held);

        public void Leave() => bpf_spin_unlock(ref held);
    }

    [BpfProgram("tc")]
    public static int section_disposed(SkBuff skb)
    {
        using var section = new Section(0);
        count++;
        return 0;
    }

    [BpfProgram("tc")]
    public static int section_disposed_twice(SkBuff skb)
    {
        using var section = new section_disposed_twice__section(0);
        section.Dispose();
        return 0;
    }

    private ref struct section_disposed_twice__section
    {
        public section_disposed_twice__section(int depth) => bpf_rcu_read_lock();

        public void Dispose() => /*!DYN017*/bpf_rcu_read_unlock()/*!*/;
    }

    [BpfProgram("tc")]
    public static int section_never_disposed(SkBuff skb)
    {
        var section = new Section(0);
        count++;
        /*!DYN017*/return 0;/*!*/
    }

    [BpfProgram("tc")]
    public static int lock_left_by_its_members(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        value.Value.Enter();
        value.Value.number++;
        value.Value.Leave();
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_entered_by_its_member(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        value.Value.Enter();
        value.Value.number++;
        /*!DYN017*/return 0;/*!*/
    }

    [BpfProgram("tc")]
    public static int byte_read_by_a_delegate(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return byte_read_by_a_delegate__apply(value.Bytes, static bytes => bytes[3]);
    }

    private static int byte_read_by_a_delegate__apply(Span<byte> bytes, Reader reader) => reader(bytes);

    [BpfProgram("tc")]
    public static int byte_behind_the_end_read_by_a_delegate(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return byte_behind_the_end_read_by_a_delegate__apply(value.Bytes, static bytes => /*!DYN007*/bytes[64]/*!*/);
    }

    private static int byte_behind_the_end_read_by_a_delegate__apply(Span<byte> bytes, Reader reader) => reader(bytes);

    [BpfProgram("tc")]
    public static int changed_by_a_delegate(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (value)
            changed_by_a_delegate__with(ref value.Value, static (ref Guarded changed) => changed.number++);
        return 0;
    }

    private static void changed_by_a_delegate__with(ref Guarded value, Change change)
    {
        bpf_spin_lock(ref value.held);
        change(ref value);
        bpf_spin_unlock(ref value.held);
    }
}
