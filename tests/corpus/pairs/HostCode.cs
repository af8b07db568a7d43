using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Dynptrs;

namespace Corpus.Pairs;

/// <summary>Code of the host, which no kernel judges: the verdict is what C# means.</summary>
internal static unsafe class HostCode
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);

    private static readonly Func<int> lambda_of_a_field_loses_a_record = () =>
    {
        ringbuf.Reserve(8, out var ptr);
        /*!DYN001*/return 0;/*!*/
    };

    private static readonly Func<int> lambda_of_a_field_submits_a_record = () =>
    {
        ringbuf.Reserve(8, out var ptr);
        ptr.Submit();
        return 0;
    };

    private static Func<int> lambda_of_a_property_loses_a_record { get; } = () =>
    {
        ringbuf.Reserve(8, out var ptr);
        /*!DYN001*/return 0;/*!*/
    };

    private static Func<int> lambda_of_a_property_submits_a_record { get; } = () =>
    {
        ringbuf.Reserve(8, out var ptr);
        ptr.Submit();
        return 0;
    };

    /// <summary>Where handles come from.</summary>
    internal sealed class Pool
    {
        [return: Acquires("handle")]
        public Handle Open() => new();
    }

    /// <summary>What must be closed.</summary>
    internal sealed class Handle
    {
        [Releases("handle")]
        public void Close()
        {
        }

        public int Use() => 1;
    }

    public static int handle_that_a_method_opened_is_lost(Pool pool)
    {
        var handle = handle_that_a_method_opened_is_lost__open(pool);
        /*!DYN001*/return handle.Use();/*!*/
    }

    private static Handle handle_that_a_method_opened_is_lost__open(Pool pool) => pool.Open();

    public static int handle_that_a_method_opened_is_closed(Pool pool)
    {
        var handle = handle_that_a_method_opened_is_closed__open(pool);
        var used = handle.Use();
        handle.Close();
        return used;
    }

    private static Handle handle_that_a_method_opened_is_closed__open(Pool pool) => pool.Open();

    public static void handle_that_a_method_opened_is_closed_twice(Pool pool)
    {
        var handle = handle_that_a_method_opened_is_closed_twice__open(pool);
        handle.Close();
        /*!DYN002*/handle/*!*/.Close();
    }

    private static Handle handle_that_a_method_opened_is_closed_twice__open(Pool pool) => pool.Open();

    public static void release_that_the_compiler_leaves_out()
    {
        ringbuf.Reserve(8, out var ptr);
        release_that_the_compiler_leaves_out__release(ref ptr);
    /*!DYN001*/}/*!*/

    [Conditional("LEFT_OUT")]
    private static void release_that_the_compiler_leaves_out__release(ref Dynptr ptr) => ptr.Discard();

    public static void second_release_that_the_compiler_leaves_out()
    {
        ringbuf.Reserve(8, out var ptr);
        ptr.Submit();
        second_release_that_the_compiler_leaves_out__release(ref ptr);
    }

    [Conditional("LEFT_OUT")]
    private static void second_release_that_the_compiler_leaves_out__release(ref Dynptr ptr) => ptr.Discard();

    public static byte span_of_a_record_read_by_a_method_after_submit()
    {
        ringbuf.Reserve(8, out var ptr);
        var slice = ptr.Data(0, 8);
        if (!slice)
        {
            ptr.Discard();
            return 0;
        }

        var bytes = slice.Span;
        ptr.Submit();
        return span_of_a_record_read_by_a_method_after_submit__first(in bytes);
    }

    private static byte span_of_a_record_read_by_a_method_after_submit__first(in Span<byte> bytes) => /*!DYN005*/bytes[0]/*!*/;

    public static byte span_of_a_record_read_by_a_method_before_submit()
    {
        ringbuf.Reserve(8, out var ptr);
        var slice = ptr.Data(0, 8);
        if (!slice)
        {
            ptr.Discard();
            return 0;
        }

        var bytes = slice.Span;
        var first = span_of_a_record_read_by_a_method_before_submit__first(in bytes);
        ptr.Submit();
        return first;
    }

    private static byte span_of_a_record_read_by_a_method_before_submit__first(in Span<byte> bytes) => bytes[0];

    public static Span<byte> span_of_a_record_returned_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return default;
        var bytes = record.Span;
        RingBuf.SubmitRecord(record);
        return /*!DYN005*/bytes/*!*/;
    }

    public static int length_of_a_record_returned_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return 0;
        var length = record.Length;
        RingBuf.SubmitRecord(record);
        return length;
    }

    public static void pointer_into_a_record_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return;
        var pointer = (byte*)Unsafe.AsPointer(ref record[0]);
        RingBuf.SubmitRecord(record);
        /*!DYN005*/*pointer/*!*/ = 1;
    }

    public static void pointer_into_a_record_before_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return;
        var pointer = (byte*)Unsafe.AsPointer(ref record[0]);
        *pointer = 1;
        RingBuf.SubmitRecord(record);
    }

    public static void address_of_a_record_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return;
        var address = (nuint)Unsafe.AsPointer(ref record[0]);
        RingBuf.SubmitRecord(record);
        /*!DYN005*/*(byte*)address/*!*/ = 1;
    }

    public static void address_of_a_record_before_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return;
        var address = (nuint)Unsafe.AsPointer(ref record[0]);
        *(byte*)address = 1;
        RingBuf.SubmitRecord(record);
    }

    public static void slice_that_was_skipped_and_set_after_submit()
    {
        Unsafe.SkipInit(out Slice kept);
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return;
        kept = record;
        RingBuf.SubmitRecord(record);
        /*!DYN005*/kept/*!*/[0] = 1;
    }

    public static void slice_through_a_pointer_after_submit()
    {
        var record = ringbuf.ReserveRecord(8);
        if (!record)
            return;
#pragma warning disable CS8500 // The pointer to what holds references is the mistake that is shown.
        var pointer = &record;
        RingBuf.SubmitRecord(record);
        (/*!DYN005*/*pointer/*!*/)[0] = 1;
#pragma warning restore CS8500
    }

    public static void key_put_twice_by_a_host_method(Keyring keyring)
    {
        var key = Keyring.LookupSystem(0);
        if (key is null)
            return;
        key_put_twice_by_a_host_method__put(key);
        key_put_twice_by_a_host_method__put(key);
    }

    private static void key_put_twice_by_a_host_method__put(BpfKey key) => key.Put();

    public static void key_put_once_by_a_host_method(Keyring keyring)
    {
        var key = Keyring.LookupSystem(0);
        if (key is null)
            return;
        key_put_once_by_a_host_method__put(key);
    }

    private static void key_put_once_by_a_host_method__put(BpfKey key) => key.Put();

    /// <summary>An owner that is a struct, which <c>using</c> disposes of.</summary>
    [Owner]
    private struct Lease : IDisposable
    {
        public static void Take([Acquires("lease")] out Lease lease) => lease = new Lease();

        [Releases("lease")]
        public void Dispose()
        {
        }
    }

    public static void copy_of_a_struct_disposed_of_by_using()
    {
        Lease.Take(out var lease);
        using (/*!DYN010*/lease/*!*/)
        {
        }
    }

    public static void struct_disposed_of()
    {
        Lease.Take(out var lease);
        lease.Dispose();
    }
}
