using System.Runtime.CompilerServices;
using System.Threading;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>What only the functions of a lock may touch of a map value or a global: loads and stores that reach it, and those around it.</summary>
internal static class OpaqueBytes
{
    private static readonly HashMap<uint, Guarded> guarded = new(maxEntries: 4);
    private static readonly HashMap<uint, Middle> middles = new(maxEntries: 4);
    private static readonly RingBuf events = new(maxEntries: 4096);

    private static Guarded shared;

    private static ulong total;

    private struct Guarded
    {
        public BpfSpinLock held;
        public int number;
        public long sum;
    }

    private struct Middle
    {
        public Head head;
        public BpfSpinLock held;
        public Tail tail;
    }

    [InlineArray(4)]
    private struct Head
    {
        private byte _first;
    }

    [InlineArray(24)]
    private struct Tail
    {
        private byte _first;
    }

    [BpfProgram("tc")]
    public static int element_cleared(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        /*!DYN019*/value.Value/*!*/ = default;
        return 0;
    }

    [BpfProgram("tc")]
    public static int fields_cleared_one_by_one(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        value.Value.number = 0;
        value.Value.sum = 0;
        return 0;
    }

    [BpfProgram("tc")]
    public static int element_made_anew(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        /*!DYN019*/value.Value/*!*/ = new Guarded { number = 3 };
        return 0;
    }

    [BpfProgram("tc")]
    public static int element_copied_to_another(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        var other = bpf_map_lookup_elem(guarded, 1u);
        if (!other)
            return 0;
        /*!DYN019*/other.Value/*!*/ = /*!DYN019*/value.Value/*!*/;
        return 0;
    }

    [BpfProgram("tc")]
    public static int copy_of_which_a_neighbour_is_used(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        var copy = value.Value;
        total = (ulong)copy.sum;
        return 0;
    }

    [BpfProgram("tc")]
    public static int first_byte_read(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        return /*!DYN019*/value.Bytes[0]/*!*/;
    }

    [BpfProgram("tc")]
    public static int byte_behind_read(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        return value.Bytes[4];
    }

    [BpfProgram("tc")]
    public static int lock_copied_to_a_variable(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        var held = /*!DYN019*/value.Value.held/*!*/;
        return (int)Unsafe.As<BpfSpinLock, uint>(ref held);
    }

    [BpfProgram("tc")]
    public static int lock_written_as_a_number(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        /*!DYN019*/Unsafe.As<BpfSpinLock, uint>(ref value.Value.held)/*!*/ = 0;
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_changed_atomically(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        /*!DYN019*/Interlocked.Increment(ref Unsafe.As<BpfSpinLock, int>(ref value.Value.held))/*!*/;
        return 0;
    }

    [BpfProgram("tc")]
    public static int neighbour_changed_atomically(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        Interlocked.Increment(ref value.Value.number);
        return 0;
    }

    [BpfProgram("tc")]
    public static int read_across_the_start(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(middles, 0u);
        if (!value)
            return 0;
        total = /*!DYN019*/Unsafe.As<Middle, ulong>(ref value.Value)/*!*/;
        return 0;
    }

    [BpfProgram("tc")]
    public static int read_behind_the_end(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(middles, 0u);
        if (!value)
            return 0;
        total = Unsafe.ReadUnaligned<ulong>(ref value.Value.tail[0]);
        return 0;
    }

    [BpfProgram("tc")]
    public static int index_that_may_reach_it(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(middles, 0u);
        if (!value)
            return 0;
        /*!DYN019*/value.Bytes[(int)(bpf_get_prandom_u32() & 31)]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int index_in_front_of_it(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(middles, 0u);
        if (!value)
            return 0;
        value.Bytes[(int)(bpf_get_prandom_u32() & 3)] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int index_behind_it(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(middles, 0u);
        if (!value)
            return 0;
        value.Value.tail[(int)(bpf_get_prandom_u32() % 24)] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int index_around_it(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(middles, 0u);
        if (!value)
            return 0;
        /*!DYN019*/value.Bytes[(int)(bpf_get_prandom_u32() & 27)]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int element_given_to_a_static_function(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        return element_given_to_a_static_function__use(ref value.Value);
    }

    private static int element_given_to_a_static_function__use(ref Guarded value)
    {
        bpf_spin_lock(ref value.held);
        var number = value.number;
        bpf_spin_unlock(ref value.held);
        return number & 1;
    }

    [BpfProgram("tc")]
    public static int element_cleared_by_a_static_function(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        element_cleared_by_a_static_function__use(ref value.Value);
        return 0;
    }

    private static void element_cleared_by_a_static_function__use(ref Guarded value) => /*!DYN019*/value/*!*/ = default;

    [BpfProgram("tc")]
    public static int each_element_cleared(SkBuff skb)
    {
        bpf_for_each_map_elem(guarded, each_element_cleared__run, 0);
        return 0;
    }

    private static int each_element_cleared__run(HashMap<uint, Guarded> map, in uint key, ref Guarded value)
    {
        /*!DYN019*/value/*!*/ = default;
        return 0;
    }

    [BpfProgram("tc")]
    public static int each_element_counted(SkBuff skb)
    {
        bpf_for_each_map_elem(guarded, each_element_counted__run, 0);
        return 0;
    }

    private static int each_element_counted__run(HashMap<uint, Guarded> map, in uint key, ref Guarded value)
    {
        value.number++;
        return 0;
    }

    [BpfProgram("tc")]
    public static int global_cleared(SkBuff skb)
    {
        /*!DYN019*/shared/*!*/ = default;
        return 0;
    }

    [BpfProgram("tc")]
    public static int field_of_a_global_cleared(SkBuff skb)
    {
        shared.number = 0;
        return 0;
    }

    [BpfProgram("tc")]
    public static int record_of_such_a_type_cleared(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve<Guarded>(events, 0);
        if (!record)
            return 0;
        record.Value = default;
        bpf_ringbuf_submit(record, 0);
        return 0;
    }
}
