using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dynptrs;

namespace Corpus.Pairs;

/// <summary>Memory of the host that is gone, by the ways on which C# lets it be followed or handed on.</summary>
internal static unsafe class GoneMemory
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);

    private static byte* kept;

    public static Slice slice_returned_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return default;
        RingBuf.SubmitRecord(record);
        return /*!DYN005*/record/*!*/;
    }

    public static Slice slice_returned_before_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        return record;
    }

    public static byte* pointer_returned_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return null;
        var pointer = (byte*)Unsafe.AsPointer(ref record[0]);
        RingBuf.SubmitRecord(record);
        return /*!DYN005*/pointer/*!*/;
    }

    public static nuint address_returned_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return 0;
        var address = (nuint)Unsafe.AsPointer(ref record[0]);
        RingBuf.SubmitRecord(record);
        return address;
    }

    public static void span_handed_out_after_submit(out Span<byte> bytes)
    {
        bytes = default;
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return;
        bytes = record.Span;
        RingBuf.SubmitRecord(record);
    /*!DYN005*/}/*!*/

    public static void span_taken_back_after_submit(out Span<byte> bytes)
    {
        bytes = default;
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return;
        bytes = record.Span;
        bytes[0] = 1;
        RingBuf.SubmitRecord(record);
        bytes = default;
    }

    public static void span_left_in_a_variable_of_the_caller(ref Span<byte> bytes)
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return;
        bytes = record.Span;
        RingBuf.SubmitRecord(record);
    /*!DYN005*/}/*!*/

    public static byte variable_of_the_caller_read(ref Span<byte> bytes)
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return 0;
        record[0] = bytes[0];
        RingBuf.SubmitRecord(record);
        return bytes[1];
    }

    public static void pointer_kept_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return;
        var pointer = (byte*)Unsafe.AsPointer(ref record[0]);
        RingBuf.SubmitRecord(record);
        /*!DYN005*/kept/*!*/ = pointer;
    }

    public static ref byte element_returned_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return ref Unsafe.NullRef<byte>();
        ref var element = ref record[0];
        RingBuf.SubmitRecord(record);
        return ref /*!DYN005*/element/*!*/;
    }

    /// <summary>Holds a span.</summary>
    private ref struct Holder
    {
        public Span<byte> Bytes;
    }

    private static Holder span_in_a_struct_returned_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return default;
        var holder = new Holder { Bytes = record.Span };
        RingBuf.SubmitRecord(record);
        return /*!DYN005*/holder/*!*/;
    }

    public static byte masked_address_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return 0;
        var address = (nuint)Unsafe.AsPointer(ref record[0]) & ~(nuint)7;
        RingBuf.SubmitRecord(record);
        return /*!DYN005*/*(byte*)address/*!*/;
    }

    public static byte masked_address_before_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return 0;
        var address = (nuint)Unsafe.AsPointer(ref record[0]) & ~(nuint)7;
        var first = *(byte*)address;
        RingBuf.SubmitRecord(record);
        return first;
    }

#pragma warning disable CS8500 // Pointers to what holds references are what is shown.
    public static byte slice_through_a_pointer_before_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return 0;
        var pointer = &record;
        var first = (*pointer)[0];
        RingBuf.SubmitRecord(*pointer);
        return first;
    }

    public static byte slice_through_a_pointer_is_lost()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return 0;
        var pointer = &record;
        /*!DYN001*/return (*pointer)[0];/*!*/
    }

    public static byte span_through_a_pointer_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return 0;
        var bytes = record.Span;
        var pointer = &bytes;
        RingBuf.SubmitRecord(record);
        return /*!DYN005*/(*pointer)[0]/*!*/;
    }

    public static byte struct_through_a_pointer_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return 0;
        var holder = new Holder { Bytes = record.Span };
        var pointer = &holder;
        RingBuf.SubmitRecord(record);
        return /*!DYN005*/pointer->Bytes[0]/*!*/;
    }

    public static void bytes_of_a_slice_through_a_pointer()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return;
        var numbers = /*!DYN010*/(ulong*)&record/*!*/;
        numbers[0] = 1;
        RingBuf.SubmitRecord(record);
    }

    public static void slice_given_by_a_pointer_is_submitted()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return;
        slice_given_by_a_pointer_is_submitted__submit(&record);
    }

    private static void slice_given_by_a_pointer_is_submitted__submit(Slice* record) => RingBuf.SubmitRecord(*record);

    public static void slice_given_by_a_pointer_is_submitted_twice()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return;
        slice_given_by_a_pointer_is_submitted_twice__submit(&record);
        RingBuf.SubmitRecord(/*!DYN002*/record/*!*/);
    }

    private static void slice_given_by_a_pointer_is_submitted_twice__submit(Slice* record) => RingBuf.SubmitRecord(*record);
#pragma warning restore CS8500

    public static byte reinterpreted_span_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return 0;
        var shorts = MemoryMarshal.Cast<byte, ushort>(record.Span);
        RingBuf.SubmitRecord(record);
        return /*!DYN005*/(byte)shorts[0]/*!*/;
    }

    public static byte reinterpreted_span_before_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return 0;
        var first = (byte)MemoryMarshal.Cast<byte, ushort>(record.Span)[0];
        RingBuf.SubmitRecord(record);
        return first;
    }
}
