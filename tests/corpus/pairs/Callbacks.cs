using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class Callbacks
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly UserRingBuf user_ringbuf = new(maxEntries: 4096);
    private static readonly ArrayMap<ulong> numbers = new(maxEntries: 4);
    private static readonly ArrayMap<Bytes64> blocks = new(maxEntries: 4);
    private static readonly LoopCallback callback_in_a_field = delegate_in_a_field__callback;

    private static ulong total;

    private ref struct SliceContext
    {
        public Slice<ulong> slice;
        public int count;
    }

    private ref struct DynptrContext
    {
        public Dynptr ptr;
        public int done;
    }

    private ref struct ReferenceContext
    {
        public ref ulong value;
        public int count;
    }

    private ref struct RecordContext
    {
        public Dynptr ptr;
        public Slice<ulong> slice;
    }

    private struct CounterContext
    {
        public int count;
        public ulong first;
        public ulong second;
    }

    [BpfProgram("tc")]
    public static int delegate_in_a_field(SkBuff skb)
    {
        bpf_loop(4, callback_in_a_field, 0);
        return 0;
    }

    private static int delegate_in_a_field__callback(uint i)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        /*!DYN001*/return 0;/*!*/
    }

    [BpfProgram("tc")]
    public static int slice_of_a_sample_leaves_the_callback(SkBuff skb)
    {
        SliceContext context = default;
        bpf_user_ringbuf_drain<SliceContext>(user_ringbuf, slice_of_a_sample_leaves_the_callback__callback, ref context, 0);
        if (context.slice)
            context.slice.Value = 1;
        return 0;
    }

    private static int slice_of_a_sample_leaves_the_callback__callback(ref Dynptr sample, ref SliceContext context)
    {
        context.slice = bpf_dynptr_data<ulong>(sample, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int clone_of_a_sample_leaves_the_callback(SkBuff skb)
    {
        DynptrContext context = default;
        bpf_user_ringbuf_drain<DynptrContext>(user_ringbuf, clone_of_a_sample_leaves_the_callback__callback, ref context, 0);
        return 0;
    }

    private static int clone_of_a_sample_leaves_the_callback__callback(ref Dynptr sample, ref DynptrContext context)
    {
        bpf_dynptr_clone(sample, out context.ptr);
        return 0;
    }

    [BpfProgram("tc")]
    public static int reference_in_the_context(SkBuff skb)
    {
        ReferenceContext context = default;
        context.value = ref total;
        bpf_for_each_map_elem<ulong, ReferenceContext>(numbers, reference_in_the_context__callback, ref context, 0);
        context.value = 4;
        return 0;
    }

    private static int reference_in_the_context__callback(ArrayMap<ulong> map, in uint key, ref ulong value, ref ReferenceContext context)
    {
        context.count++;
        return 0;
    }

    [BpfProgram("tc")]
    public static int submitted_in_the_callback_once(SkBuff skb)
    {
        DynptrContext context = default;
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out context.ptr);
        bpf_loop<DynptrContext>(1, submitted_in_the_callback_once__callback, ref context, 0);
        if (context.done == 0)
            bpf_ringbuf_discard_dynptr(ref context.ptr, 0);
        return 0;
    }

    private static int submitted_in_the_callback_once__callback(uint i, ref DynptrContext context)
    {
        if (context.done == 0)
        {
            bpf_ringbuf_submit_dynptr(ref context.ptr, 0);
            context.done = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int submitted_in_the_callback_by_flag(SkBuff skb)
    {
        DynptrContext context = default;
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out context.ptr);
        bpf_loop<DynptrContext>(10, submitted_in_the_callback_by_flag__callback, ref context, 0);
        if (context.done == 0)
            bpf_ringbuf_discard_dynptr(ref context.ptr, 0);
        return 0;
    }

    private static int submitted_in_the_callback_by_flag__callback(uint i, ref DynptrContext context)
    {
        if (context.done == 0)
        {
            bpf_ringbuf_submit_dynptr(ref context.ptr, 0);
            context.done = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_in_the_context(SkBuff skb)
    {
        CounterContext context = default;
        bpf_loop<CounterContext>(10, counter_in_the_context__callback, ref context, 0);
        return context.count;
    }

    private static int counter_in_the_context__callback(uint i, ref CounterContext context)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 1;
        value.Value[context.count] = 1;
        context.count++;
        return 0;
    }

    [BpfProgram("tc")]
    public static int index_with_bound(SkBuff skb)
    {
        CounterContext context = default;
        bpf_loop<CounterContext>(100, index_with_bound__callback, ref context, 0);
        return context.count;
    }

    private static int index_with_bound__callback(uint i, ref CounterContext context)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 1;
        if (i < 64)
            value.Value[(int)i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int index_without_bound(SkBuff skb)
    {
        CounterContext context = default;
        bpf_loop<CounterContext>(64, index_without_bound__callback, ref context, 0);
        return context.count;
    }

    private static int index_without_bound__callback(uint i, ref CounterContext context)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 1;
        /*!DYN007*/value.Value[(int)i]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int loop_callback_returns_two(SkBuff skb)
    {
        bpf_loop(4, loop_callback_returns_two__callback, 0);
        return 0;
    }

    private static int loop_callback_returns_two__callback(uint i) => /*!DYN014*/2/*!*/;

    [BpfProgram("tc")]
    public static int callback_returns_what_a_call_gave(SkBuff skb)
    {
        bpf_loop(4, callback_returns_what_a_call_gave__callback, 0);
        return 0;
    }

    private static int callback_returns_what_a_call_gave__callback(uint i)
    {
        uint x = bpf_get_prandom_u32();
        return x < 2 ? /*!DYN014*/(int)x/*!*/ : 0;
    }

    [BpfProgram("tc")]
    public static int callback_returns_a_bit_of_what_a_call_gave(SkBuff skb)
    {
        bpf_loop(4, callback_returns_a_bit_of_what_a_call_gave__callback, 0);
        return 0;
    }

    private static int callback_returns_a_bit_of_what_a_call_gave__callback(uint i) => (int)(bpf_get_prandom_u32() & 1);

    [BpfProgram("tc")]
    public static int map_callback_returns_two(SkBuff skb)
    {
        bpf_for_each_map_elem(numbers, map_callback_returns_two__callback, 0);
        return 0;
    }

    private static int map_callback_returns_two__callback(ArrayMap<ulong> map, in uint key, ref ulong value) => /*!DYN014*/2/*!*/;

    [BpfProgram("tc")]
    public static int slice_of_the_caller(SkBuff skb)
    {
        RecordContext context = default;
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out context.ptr);
        context.slice = bpf_dynptr_data<ulong>(context.ptr, 0);
        bpf_loop<RecordContext>(2, slice_of_the_caller__callback, ref context, 0);
        if (context.slice)
            context.slice.Value = 1;
        bpf_ringbuf_discard_dynptr(ref context.ptr, 0);
        return 0;
    }

    private static int slice_of_the_caller__callback(uint i, ref RecordContext context)
    {
        if (context.slice)
            context.slice.Value = i;
        return 0;
    }

    [BpfProgram("tc")]
    public static int reserved_anew(SkBuff skb)
    {
        RecordContext context = default;
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out context.ptr);
        bpf_loop<RecordContext>(2, reserved_anew__callback, ref context, 0);
        bpf_ringbuf_discard_dynptr(ref context.ptr, 0);
        return 0;
    }

    private static int reserved_anew__callback(uint i, ref RecordContext context)
    {
        bpf_ringbuf_submit_dynptr(ref context.ptr, 0);
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out context.ptr);
        return 0;
    }

    [BpfProgram("tc")]
    public static int slice_of_what_was_reserved_anew(SkBuff skb)
    {
        RecordContext context = default;
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out context.ptr);
        context.slice = bpf_dynptr_data<ulong>(context.ptr, 0);
        bpf_loop<RecordContext>(2, slice_of_what_was_reserved_anew__callback, ref context, 0);
        if (context.slice)
            /*!DYN005*/context.slice/*!*/.Value = 1;
        bpf_ringbuf_discard_dynptr(ref context.ptr, 0);
        return 0;
    }

    private static int slice_of_what_was_reserved_anew__callback(uint i, ref RecordContext context)
    {
        bpf_ringbuf_submit_dynptr(ref context.ptr, 0);
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out context.ptr);
        return 0;
    }

    [BpfProgram("tc")]
    public static int callback_in_a_callback(SkBuff skb)
    {
        RecordContext context = default;
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out context.ptr);
        bpf_loop<RecordContext>(2, callback_in_a_callback__outer, ref context, 0);
        bpf_ringbuf_discard_dynptr(ref context.ptr, 0);
        return 0;
    }

    private static int callback_in_a_callback__outer(uint i, ref RecordContext context)
    {
        bpf_loop<RecordContext>(3, callback_in_a_callback__inner, ref context, 0);
        return 0;
    }

    private static int callback_in_a_callback__inner(uint i, ref RecordContext context)
    {
        _ = bpf_dynptr_write(context.ptr, 0, i, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int context_in_a_static_variable(SkBuff skb)
    {
        bpf_loop(4, context_in_a_static_variable__add, ref /*!DYN011*/total/*!*/, 0);
        return 0;
    }

    private static int context_in_a_static_variable__add(uint index, ref ulong context)
    {
        context += index;
        return 0;
    }

    [BpfProgram("tc")]
    public static int context_copied_from_a_static_variable(SkBuff skb)
    {
        var copy = total;
        bpf_loop(4, context_copied_from_a_static_variable__add, ref copy, 0);
        total = copy;
        return 0;
    }

    private static int context_copied_from_a_static_variable__add(uint index, ref ulong context)
    {
        context += index;
        return 0;
    }

    [BpfProgram("tc")]
    public static int context_in_a_map(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(numbers, 0);
        if (value)
            bpf_loop(4, context_in_a_map__add, ref /*!DYN011*/value.Value/*!*/, 0);
        return 0;
    }

    private static int context_in_a_map__add(uint index, ref ulong context)
    {
        context += index;
        return 0;
    }
}
