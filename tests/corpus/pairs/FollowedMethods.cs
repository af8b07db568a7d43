using System;
using System.Runtime.InteropServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static unsafe class FollowedMethods
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    [BpfProgram("tc")]
    public static int index_over_the_span(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return index_over_the_span__get(value.Value, 300);
    }

    private static byte index_over_the_span__get(Span<byte> bytes, int i) => /*!DYN007*/bytes[i]/*!*/;

    [BpfProgram("tc")]
    public static int index_within_the_span(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return index_within_the_span__get(value.Value, 30);
    }

    private static byte index_within_the_span__get(Span<byte> bytes, int i) => bytes[i];

    [BpfProgram("tc")]
    public static int sixteen_of_a_record_of_eight(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 8, 0);
        if (!record)
            return 0;
        sixteen_of_a_record_of_eight__fill(record.Span);
        bpf_ringbuf_submit(record, 0);
        return 0;
    }

    private static void sixteen_of_a_record_of_eight__fill(Span<byte> bytes)
    {
        for (var i = 0; i < 16; i++)
            /*!DYN007*/bytes[i]/*!*/ = 1;
    }

    [BpfProgram("tc")]
    public static int sixteen_of_a_record_of_sixteen(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 16, 0);
        if (!record)
            return 0;
        sixteen_of_a_record_of_sixteen__fill(record.Span);
        bpf_ringbuf_submit(record, 0);
        return 0;
    }

    private static void sixteen_of_a_record_of_sixteen__fill(Span<byte> bytes)
    {
        for (var i = 0; i < 16; i++)
            bytes[i] = 1;
    }

    [BpfProgram("tc")]
    public static int span_of_a_packet_that_the_method_changes(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        return span_of_a_packet_that_the_method_changes__use(skb, slice.Span);
    }

    private static int span_of_a_packet_that_the_method_changes__use(SkBuff skb, ReadOnlySpan<byte> bytes)
    {
        bpf_skb_pull_data(skb, 0);
        return /*!DYN005*/bytes[0]/*!*/;
    }

    [BpfProgram("tc")]
    public static int span_of_a_packet_that_the_method_has_read(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        return span_of_a_packet_that_the_method_has_read__use(skb, slice.Span);
    }

    private static int span_of_a_packet_that_the_method_has_read__use(SkBuff skb, ReadOnlySpan<byte> bytes)
    {
        var first = bytes[0];
        bpf_skb_pull_data(skb, 0);
        return first;
    }

    [BpfProgram("tc")]
    public static int span_behind_in_after_submit(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 8, 0);
        if (!record)
            return 0;
        var bytes = record.Span;
        bpf_ringbuf_submit(record, 0);
        return span_behind_in_after_submit__first(in bytes);
    }

    private static byte span_behind_in_after_submit__first(in Span<byte> bytes) => /*!DYN005*/bytes[0]/*!*/;

    [BpfProgram("tc")]
    public static int span_behind_in_before_submit(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 8, 0);
        if (!record)
            return 0;
        var bytes = record.Span;
        var first = span_behind_in_before_submit__first(in bytes);
        bpf_ringbuf_submit(record, 0);
        return first;
    }

    private static byte span_behind_in_before_submit__first(in Span<byte> bytes) => bytes[0];

    private ref struct span_in_a_ref_struct_after_submit__reader
    {
        public Span<byte> bytes;

        public readonly byte this[int index] => /*!DYN005*/bytes[index]/*!*/;
    }

    [BpfProgram("tc")]
    public static int span_in_a_ref_struct_after_submit(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 8, 0);
        if (!record)
            return 0;
        var reader = new span_in_a_ref_struct_after_submit__reader { bytes = record.Span };
        bpf_ringbuf_submit(record, 0);
        return reader[0];
    }

    private ref struct span_in_a_ref_struct_before_submit__reader
    {
        public Span<byte> bytes;

        public readonly byte this[int index] => bytes[index];
    }

    [BpfProgram("tc")]
    public static int span_in_a_ref_struct_before_submit(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 8, 0);
        if (!record)
            return 0;
        var reader = new span_in_a_ref_struct_before_submit__reader { bytes = record.Span };
        int first = reader[0];
        bpf_ringbuf_submit(record, 0);
        return first;
    }

    [BpfProgram("tc")]
    public static int write_through_a_reference_into_a_readonly_slice(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        write_through_a_reference_into_a_readonly_slice__set(ref MemoryMarshal.GetReference(slice.Span));
        return 0;
    }

    private static void write_through_a_reference_into_a_readonly_slice__set(ref byte b) => /*!DYN009*/b/*!*/ = 1;

    [BpfProgram("tc")]
    public static int write_through_a_reference_into_a_slice(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        write_through_a_reference_into_a_slice__set(ref MemoryMarshal.GetReference(slice.Span));
        return 0;
    }

    private static void write_through_a_reference_into_a_slice__set(ref byte b) => b = 1;

    [BpfProgram("lsm.s/file_open")]
    public static int key_put_twice_by_a_method(TracepointContext ctx)
    {
        var key = bpf_lookup_user_key(1, 0);
        if (key is null)
            return 0;
        key_put_twice_by_a_method__put(key);
        key_put_twice_by_a_method__put(key);
        return 0;
    }

    private static void key_put_twice_by_a_method__put(BpfKey key) => bpf_key_put(key);

    [BpfProgram("lsm.s/file_open")]
    public static int key_put_once_by_a_method(TracepointContext ctx)
    {
        var key = bpf_lookup_user_key(1, 0);
        if (key is null)
            return 0;
        key_put_once_by_a_method__put(key);
        return 0;
    }

    private static void key_put_once_by_a_method__put(BpfKey key) => bpf_key_put(key);

    [BpfProgram("lsm.s/file_open")]
    public static int null_key_put_by_a_method(TracepointContext ctx)
    {
        null_key_put_by_a_method__put(bpf_lookup_user_key(1, 0));
        return 0;
    }

    private static void null_key_put_by_a_method__put(BpfKey? key) => bpf_key_put(/*!DYN006*/key/*!*/!);

    [BpfProgram("lsm.s/file_open")]
    public static int key_tested_and_put_by_a_method(TracepointContext ctx)
    {
        key_tested_and_put_by_a_method__put(bpf_lookup_user_key(1, 0));
        return 0;
    }

    private static void key_tested_and_put_by_a_method__put(BpfKey? key)
    {
        if (key is not null)
            bpf_key_put(key);
    }

    [BpfProgram("tc")]
    public static int number_over_the_bound(SkBuff skb) => number_over_the_bound__at(100);

    private static int number_over_the_bound__at(int i)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return /*!DYN007*/value.Value[i]/*!*/;
    }

    [BpfProgram("tc")]
    public static int number_below_the_bound(SkBuff skb) => number_below_the_bound__at(10);

    private static int number_below_the_bound__at(int i)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return value.Value[i];
    }

    [BpfProgram("tc")]
    public static int pointer_moved_over_the_end(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* bytes = &value.Value[0])
            pointer_moved_over_the_end__set(bytes + 60, 8);
        return 0;
    }

    private static void pointer_moved_over_the_end__set(byte* bytes, int i) => /*!DYN007*/bytes[i]/*!*/ = 1;

    [BpfProgram("tc")]
    public static int pointer_moved_to_the_end(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* bytes = &value.Value[0])
            pointer_moved_to_the_end__set(bytes + 55, 8);
        return 0;
    }

    private static void pointer_moved_to_the_end__set(byte* bytes, int i) => bytes[i] = 1;
}
