using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static unsafe class ForeignPointers
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly ArrayMap<ulong> numbers = new(maxEntries: 4);
    private static readonly ArrayMap<PointerAndNumber> pointers = new(maxEntries: 4);

    private struct PointerAndNumber
    {
        public ulong* p;
        public ulong v;
    }

    [StructLayout(LayoutKind.Explicit)]
    private struct PointerOrNumber
    {
        [FieldOffset(0)]
        public ulong* p;

        [FieldOffset(0)]
        public ulong v;
    }

    [BpfProgram("tc")]
    public static int pointer_from_map(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(pointers, 0u);
        if (!value)
            return 0;
        *value.Value.p = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int pointer_from_number(SkBuff skb)
    {
        ulong x = bpf_ktime_get_ns();
        /*!DYN008*/*(ulong*)x/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int pointer_from_union(SkBuff skb)
    {
        PointerOrNumber u = default;
        u.v = bpf_ktime_get_ns();
        *u.p = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int pointer_from_stack_array_out_of_bounds(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(numbers, 0u);
        if (!value)
            return 0;
        ulong** addresses = stackalloc ulong*[2];
        fixed (ulong* q = &value.Value)
        {
            addresses[0] = q;
            addresses[0][5] = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int null_reference(SkBuff skb)
    {
        ref ulong r = ref Unsafe.NullRef<ulong>();
        /*!DYN006*/r/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int pointer_from_record(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr);
        var slice = bpf_dynptr_data<PointerAndNumber>(ptr, 0);
        if (slice)
            *slice.Value.p = 1;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int pointer_of_a_map_value_on_the_stack(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(numbers, 0u);
        if (!value)
            return 0;
        var addresses = stackalloc ulong*[2];
        fixed (ulong* number = &value.Value)
        {
            addresses[0] = number;
            *addresses[0] = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int pointer_of_zero_on_the_stack(SkBuff skb)
    {
        var addresses = stackalloc ulong*[2];
        ulong** all = addresses;
        *all[1] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int number_read_through_a_pointer_from_a_map(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(pointers, 0u);
        if (!value)
            return 0;
        return (int)*value.Value.p;
    }

    [BpfProgram("tc")]
    public static int number_beside_the_pointer_from_a_map(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(pointers, 0u);
        if (!value)
            return 0;
        return (int)value.Value.v;
    }

    [BpfProgram("tc")]
    public static int slice_of_nowhere(SkBuff skb)
    {
        Unsafe.SkipInit(out Slice<ulong> slice);
        slice.Value = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int number_given_as_memory(SkBuff skb)
    {
        ulong x = bpf_ktime_get_ns();
        bpf_skb_load_bytes(skb, 0, /*!DYN008*/new Span<byte>((void*)x, 8)/*!*/);
        return 0;
    }

    [BpfProgram("tc")]
    public static int pointer_from_map_given_as_memory(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(pointers, 0u);
        if (!value)
            return 0;
        bpf_skb_load_bytes(skb, 0, /*!DYN008*/new Span<byte>(value.Value.p, 8)/*!*/);
        return 0;
    }
}
