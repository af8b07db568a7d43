using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus;

internal static class DynptrFail
{
    private const int SK_DROP = 0;
    private const int SK_PASS = 1;
    private const int XDP_DROP = 1;
    private const int XDP_PASS = 2;

    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly ArrayMap<int> array_map3 = new(maxEntries: 1);
    private static readonly ArrayMap<ulong> array_map4 = new(maxEntries: 1);

    private static int val;
    private static int err;
    private static uint hdr_size;

    /// <summary>Makes a dynptr over the one value of a map. A lookup of a constant key in an array does not miss.</summary>
    private static int get_map_val_dynptr(out Dynptr ptr)
    {
        uint key = 0;
        bpf_map_update_elem(array_map3, key, val, 0);
        MapValue<int> map_val = bpf_map_lookup_elem(array_map3, key);
        if (!map_val)
        {
            ptr = default;
            return -Errno.ENOENT;
        }

        bpf_dynptr_from_mem(ref map_val.Value, 0, out ptr);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int ringbuf_missing_release1(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        /*!DYN001*/return 0;/*!*/
    }

    [BpfProgram("?raw_tp")]
    public static int ringbuf_missing_release1__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int ringbuf_missing_release2(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr1);
        bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr2);
        Slice<sample> sample = bpf_dynptr_data<sample>(ptr1, 0);
        if (!sample)
        {
            bpf_ringbuf_discard_dynptr(ref ptr1, 0);
            bpf_ringbuf_discard_dynptr(ref ptr2, 0);
            return 0;
        }

        bpf_ringbuf_submit_dynptr(ref ptr1, 0);
        /*!DYN001*/return 0;/*!*/
    }

    [BpfProgram("?raw_tp")]
    public static int ringbuf_missing_release2__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr1);
        bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr2);
        Slice<sample> sample = bpf_dynptr_data<sample>(ptr1, 0);
        if (!sample)
        {
            bpf_ringbuf_discard_dynptr(ref ptr1, 0);
            bpf_ringbuf_discard_dynptr(ref ptr2, 0);
            return 0;
        }

        bpf_ringbuf_submit_dynptr(ref ptr1, 0);
        bpf_ringbuf_submit_dynptr(ref ptr2, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int ringbuf_missing_release_callback(TracepointContext ctx)
    {
        bpf_loop(10, ringbuf_missing_release_callback__missing_release_callback_fn, 0);
        return 0;
    }

    private static int ringbuf_missing_release_callback__missing_release_callback_fn(uint index)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        /*!DYN001*/return 0;/*!*/
    }

    [BpfProgram("?raw_tp")]
    public static int ringbuf_missing_release_callback__mended(TracepointContext ctx)
    {
        bpf_loop(10, ringbuf_missing_release_callback__mended__missing_release_callback_fn, 0);
        return 0;
    }

    private static int ringbuf_missing_release_callback__mended__missing_release_callback_fn(uint index)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int ringbuf_release_uninit_dynptr(TracepointContext ctx)
    {
        Dynptr ptr = default;
        bpf_ringbuf_submit_dynptr(ref /*!DYN002*/ptr/*!*/, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int ringbuf_release_uninit_dynptr__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int use_after_invalid(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_dynptr_read(read_data, ptr, 0, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        bpf_dynptr_read(read_data, /*!DYN003*/ptr/*!*/, 0, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int use_after_invalid__mended(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_dynptr_read(read_data, ptr, 0, 0);
        bpf_dynptr_read(read_data, ptr, 0, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int ringbuf_invalid_api(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr);
        Slice<sample> sample = bpf_dynptr_data<sample>(ptr, 0);
        if (!sample)
            goto done;
        sample.Value.pid = 123;
        bpf_ringbuf_submit(/*!DYN011*/sample/*!*/, 0);
        done:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int ringbuf_invalid_api__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr);
        Slice<sample> sample = bpf_dynptr_data<sample>(ptr, 0);
        if (!sample)
            goto done;
        sample.Value.pid = 123;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
        done:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int add_dynptr_to_map1__mended(TracepointContext ctx)
    {
        uint key = 0;
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_map_update_elem(array_map3, key, val, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int add_dynptr_to_map2__mended(TracepointContext ctx)
    {
        uint key = 0;
        add_dynptr_to_map2__record x = default;
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out x.ptr);
        bpf_map_update_elem(array_map3, key, x.x, 0);
        bpf_ringbuf_submit_dynptr(ref x.ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int data_slice_out_of_bounds_ringbuf(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        Slice data = bpf_dynptr_data(ptr, 0, 8);
        if (!data)
            goto done;
        val = /*!DYN007*/data[8]/*!*/;
        done:
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int data_slice_out_of_bounds_ringbuf__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        Slice data = bpf_dynptr_data(ptr, 0, 8);
        if (!data)
            goto done;
        val = data[7];
        done:
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?tc")]
    public static int data_slice_out_of_bounds_skb(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Slice hdr = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 14);
        if (!hdr)
            return SK_DROP;
        /*!DYN007*/hdr[14]/*!*/ = 1;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int data_slice_out_of_bounds_skb__mended(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Slice hdr = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 14);
        if (!hdr)
            return SK_DROP;
        hdr[13] = 1;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int data_slice_out_of_bounds_skb_meta(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
        if (!md)
            return SK_DROP;
        /*!DYN007*/md[1]/*!*/ = 42;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int data_slice_out_of_bounds_skb_meta__mended(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
        if (!md)
            return SK_DROP;
        md[0] = 42;
        return SK_PASS;
    }

    [BpfProgram("?raw_tp")]
    public static int data_slice_out_of_bounds_map_value(TracepointContext ctx)
    {
        get_map_val_dynptr(out Dynptr ptr);
        Slice data = bpf_dynptr_data(ptr, 0, 4);
        if (!data)
            return 0;
        val = /*!DYN007*/data[5]/*!*/;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int data_slice_out_of_bounds_map_value__mended(TracepointContext ctx)
    {
        get_map_val_dynptr(out Dynptr ptr);
        Slice data = bpf_dynptr_data(ptr, 0, 4);
        if (!data)
            return 0;
        val = data[3];
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int data_slice_use_after_release1(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr);
        Slice<sample> sample = bpf_dynptr_data<sample>(ptr, 0);
        if (!sample)
        {
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        sample.Value.pid = 123;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        val = /*!DYN005*/sample/*!*/.Value.pid;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int data_slice_use_after_release1__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr);
        Slice<sample> sample = bpf_dynptr_data<sample>(ptr, 0);
        if (!sample)
        {
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        sample.Value.pid = 123;
        val = sample.Value.pid;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int data_slice_use_after_release2(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr1);
        bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr2);
        Slice<sample> sample = bpf_dynptr_data<sample>(ptr2, 0);
        if (!sample)
        {
            bpf_ringbuf_discard_dynptr(ref ptr2, 0);
            bpf_ringbuf_discard_dynptr(ref ptr1, 0);
            return 0;
        }

        sample.Value.pid = 23;
        bpf_ringbuf_submit_dynptr(ref ptr2, 0);
        /*!DYN005*/sample/*!*/.Value.pid = 23;
        bpf_ringbuf_submit_dynptr(ref ptr1, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int data_slice_use_after_release2__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr1);
        bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr2);
        Slice<sample> sample = bpf_dynptr_data<sample>(ptr2, 0);
        if (!sample)
        {
            bpf_ringbuf_discard_dynptr(ref ptr2, 0);
            bpf_ringbuf_discard_dynptr(ref ptr1, 0);
            return 0;
        }

        sample.Value.pid = 23;
        bpf_ringbuf_submit_dynptr(ref ptr1, 0);
        sample.Value.pid = 23;
        bpf_ringbuf_submit_dynptr(ref ptr2, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int data_slice_missing_null_check1(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        Slice data = bpf_dynptr_data(ptr, 0, 8);
        /*!DYN006*/data/*!*/[0] = 3;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int data_slice_missing_null_check1__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        Slice data = bpf_dynptr_data(ptr, 0, 8);
        if (data)
            data[0] = 3;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int data_slice_missing_null_check2(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr);
        Slice<ulong> data1 = bpf_dynptr_data<ulong>(ptr, 0);
        Slice<ulong> data2 = bpf_dynptr_data<ulong>(ptr, 0);
        if (data1)
            /*!DYN006*/data2/*!*/.Value = 3;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int data_slice_missing_null_check2__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr);
        Slice<ulong> data1 = bpf_dynptr_data<ulong>(ptr, 0);
        Slice<ulong> data2 = bpf_dynptr_data<ulong>(ptr, 0);
        if (data2)
            data2.Value = 3;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_helper1(TracepointContext ctx)
    {
        get_map_val_dynptr(out Dynptr ptr);
        bpf_strncmp(MemoryMarshal.CreateReadOnlySpan(ref /*!DYN010*/Unsafe.As<Dynptr, byte>(ref ptr)/*!*/, 16), "hello!"u8);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_helper1__mended(TracepointContext ctx)
    {
        get_map_val_dynptr(out Dynptr ptr);
        Span<byte> text = stackalloc byte[16];
        bpf_dynptr_read(text[..4], ptr, 0, 0);
        bpf_strncmp(text, "hello!"u8);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_helper2(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        get_map_val_dynptr(out Dynptr ptr);
        bpf_dynptr_read(read_data, /*!DYN010*/Unsafe.AddByteOffset(ref ptr, 8)/*!*/, 0, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_helper2__mended(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        get_map_val_dynptr(out Dynptr ptr);
        bpf_dynptr_read(read_data, ptr, 0, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_write1(TracepointContext ctx)
    {
        get_map_val_dynptr(out Dynptr ptr);
        /*!DYN010*/Unsafe.As<Dynptr, byte>(ref ptr)/*!*/ = 0;
        Slice data = bpf_dynptr_data(ptr, 0, 1);
        return data ? 1 : 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_write1__mended(TracepointContext ctx)
    {
        get_map_val_dynptr(out Dynptr ptr);
        Slice data = bpf_dynptr_data(ptr, 0, 1);
        return data ? 1 : 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_write2(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        Unsafe.Add(ref /*!DYN010*/Unsafe.As<Dynptr, byte>(ref ptr)/*!*/, 8) = 0;
        bpf_dynptr_read(read_data, ptr, 0, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_write2__mended(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_dynptr_read(read_data, ptr, 0, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_write3(TracepointContext ctx)
    {
        Span<byte> stack_buf = stackalloc byte[16];
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        MemoryMarshal.Write(stack_buf, val);
        int len = stack_buf[0] & 0xf;
        Unsafe.Add(ref /*!DYN010*/Unsafe.As<Dynptr, byte>(ref ptr)/*!*/, len) = 0;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_write3__mended(TracepointContext ctx)
    {
        Span<byte> stack_buf = stackalloc byte[16];
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        MemoryMarshal.Write(stack_buf, val);
        int len = stack_buf[0] & 0xf;
        stack_buf[len] = 0;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_write4(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_loop(10, invalid_write4__invalid_write4_callback, ref ptr, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    private static int invalid_write4__invalid_write4_callback(uint index, ref Dynptr ctx)
    {
        /*!DYN010*/Unsafe.As<Dynptr, int>(ref ctx)/*!*/ = 123;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_write4__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_loop(10, invalid_write4__mended__invalid_write4_callback, ref ptr, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    private static int invalid_write4__mended__invalid_write4_callback(uint index, ref Dynptr ctx)
    {
        bpf_dynptr_write(ctx, 0, 123, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int global__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr local_dynptr);
        bpf_ringbuf_discard_dynptr(ref local_dynptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_read1(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        val = /*!DYN010*/Unsafe.As<Dynptr, int>(ref ptr)/*!*/;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_read1__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_dynptr_read(out val, ptr, 0, 0);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_read2(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        get_map_val_dynptr(out Dynptr ptr);
        bpf_dynptr_read(read_data, /*!DYN010*/Unsafe.AddByteOffset(ref ptr, 1)/*!*/, 0, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_read2__mended(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        get_map_val_dynptr(out Dynptr ptr);
        bpf_dynptr_read(read_data, ptr, 1, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_read3(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr1);
        bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr2);
        val = Unsafe.As<byte, int>(ref Unsafe.Add(ref /*!DYN010*/Unsafe.As<Dynptr, byte>(ref ptr1)/*!*/, 8));
        bpf_ringbuf_discard_dynptr(ref ptr1, 0);
        bpf_ringbuf_discard_dynptr(ref ptr2, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_read3__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr1);
        bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr2);
        bpf_dynptr_read(out val, ptr1, 8, 0);
        bpf_ringbuf_discard_dynptr(ref ptr1, 0);
        bpf_ringbuf_discard_dynptr(ref ptr2, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_read4(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_loop(10, invalid_read4__invalid_read4_callback, ref ptr, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    private static int invalid_read4__invalid_read4_callback(uint index, ref Dynptr ctx)
    {
        val = /*!DYN010*/Unsafe.As<Dynptr, int>(ref ctx)/*!*/;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_read4__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_loop(10, invalid_read4__mended__invalid_read4_callback, ref ptr, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    private static int invalid_read4__mended__invalid_read4_callback(uint index, ref Dynptr ctx)
    {
        bpf_dynptr_read(out val, ctx, 0, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_offset(TracepointContext ctx)
    {
        Dynptr ptr = default;
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out /*!DYN010*/Unsafe.Add(ref ptr, 1)/*!*/);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_offset__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int release_twice(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        bpf_ringbuf_discard_dynptr(ref /*!DYN002*/ptr/*!*/, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int release_twice__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 16, 0, out Dynptr ptr);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int release_twice_callback(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        bpf_loop(10, release_twice_callback__release_twice_callback_fn, ref ptr, 0);
        return 0;
    }

    private static int release_twice_callback__release_twice_callback_fn(uint index, ref Dynptr ctx)
    {
        bpf_ringbuf_discard_dynptr(ref /*!DYN002*/ctx/*!*/, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int release_twice_callback__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 32, 0, out Dynptr ptr);
        bpf_loop(10, release_twice_callback__mended__release_twice_callback_fn, ref ptr, 0);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    private static int release_twice_callback__mended__release_twice_callback_fn(uint index, ref Dynptr ctx)
    {
        val = (int)bpf_dynptr_size(ctx);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_from_mem_invalid_api(TracepointContext ctx)
    {
        int x = 0;
        bpf_dynptr_from_mem(ref /*!DYN011*/x/*!*/, 0, out Dynptr ptr);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_from_mem_invalid_api__mended(TracepointContext ctx)
    {
        bpf_dynptr_from_mem(ref val, 0, out Dynptr ptr);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_from_dynptr_data(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        Slice data = bpf_dynptr_data(ptr, 0, 4);
        if (!data)
            return 0;
        bpf_dynptr_from_mem(/*!DYN011*/data.Span/*!*/, 0, out Dynptr ptr2);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_from_dynptr_data__mended(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        Slice data = bpf_dynptr_data(ptr, 0, 4);
        if (!data)
            return 0;
        bpf_dynptr_clone(ptr, out Dynptr ptr2);
        return 0;
    }

    [BpfProgram("?tc")]
    public static int dynptr_from_dynptr_slice(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Slice hdr = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 14);
        if (!hdr)
            return SK_DROP;
        bpf_dynptr_from_mem(/*!DYN011*/hdr.Span/*!*/, 0, out Dynptr ptr2);
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int dynptr_from_dynptr_slice__mended(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Slice hdr = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 14);
        if (!hdr)
            return SK_DROP;
        bpf_dynptr_clone(ptr, out Dynptr ptr2);
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int dynptr_pruning_overwrite(SkBuff skb)
    {
        int error = bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        if (error == 0)
            ptr = /*!DYN004*/default/*!*/;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?tc")]
    public static int dynptr_pruning_overwrite__mended(SkBuff skb)
    {
        int error = bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        if (error == 0)
            val = error;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?tc")]
    public static int dynptr_pruning_stacksafe(SkBuff skb)
    {
        long value = 0xeB9F;
        int error = bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        if (error == 0)
            value += 0;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return (int)value;
    }

    [BpfProgram("?tc")]
    public static int dynptr_pruning_type_confusion(SkBuff skb)
    {
        uint key = 0;
        bpf_map_update_elem(array_map4, key, 0xeB9FeB9FUL, 0);
        MapValue<ulong> value = bpf_map_lookup_elem(array_map4, key);
        if (!value)
            return 0;
        int error = bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        if (error == 0)
            bpf_dynptr_from_mem(ref value.Value, 0, out /*!DYN004*/ptr/*!*/);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?tc")]
    public static int dynptr_pruning_type_confusion__mended(SkBuff skb)
    {
        uint key = 0;
        bpf_map_update_elem(array_map4, key, 0xeB9FeB9FUL, 0);
        MapValue<ulong> value = bpf_map_lookup_elem(array_map4, key);
        if (!value)
            return 0;
        int error = bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        if (error == 0)
            bpf_dynptr_from_mem(ref value.Value, 0, out Dynptr other);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_overwrite_unref(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        if (get_map_val_dynptr(out ptr) != 0)
            return 0;
        if (get_map_val_dynptr(out ptr) != 0)
            return 0;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_invalidate_slice_reinit(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        Slice p = bpf_dynptr_data(ptr, 0, 1);
        if (!p)
            return 0;
        if (get_map_val_dynptr(out ptr) != 0)
            return 0;
        return /*!DYN005*/p/*!*/[0];
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_invalidate_slice_reinit__mended(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        Slice p = bpf_dynptr_data(ptr, 0, 1);
        if (!p)
            return 0;
        if (get_map_val_dynptr(out Dynptr other) != 0)
            return 0;
        return p[0];
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_invalidate_slice_or_null(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        Slice p = bpf_dynptr_data(ptr, 0, 1);
        ptr = default;
        return bpf_strncmp(/*!DYN005*/p/*!*/.Span, "x"u8);
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_invalidate_slice_or_null__mended(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        Slice p = bpf_dynptr_data(ptr, 0, 1);
        if (!p)
            return 0;
        return bpf_strncmp(p.Span, "x"u8);
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_invalidate_slice_failure(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr1) != 0)
            return 0;
        if (get_map_val_dynptr(out Dynptr ptr2) != 0)
            return 0;
        Slice p1 = bpf_dynptr_data(ptr1, 0, 1);
        if (!p1)
            return 0;
        Slice p2 = bpf_dynptr_data(ptr2, 0, 1);
        if (!p2)
            return 0;
        ptr1 = default;
        return /*!DYN005*/p1/*!*/[0];
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_invalidate_slice_failure__mended(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr1) != 0)
            return 0;
        if (get_map_val_dynptr(out Dynptr ptr2) != 0)
            return 0;
        Slice p1 = bpf_dynptr_data(ptr1, 0, 1);
        if (!p1)
            return 0;
        Slice p2 = bpf_dynptr_data(ptr2, 0, 1);
        if (!p2)
            return 0;
        ptr1 = default;
        return p2[0];
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_invalidate_slice_success(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr1) != 0)
            return 1;
        if (get_map_val_dynptr(out Dynptr ptr2) != 0)
            return 1;
        Slice p1 = bpf_dynptr_data(ptr1, 0, 1);
        if (!p1)
            return 1;
        Slice p2 = bpf_dynptr_data(ptr2, 0, 1);
        if (!p2)
            return 1;
        ptr1 = default;
        return p2[0];
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_overwrite_ref(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        if (dynptr_overwrite_ref__get_map_val_dynptr(out ptr) != 0)
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    private static int dynptr_overwrite_ref__get_map_val_dynptr(out Dynptr ptr)
    {
        uint key = 0;
        bpf_map_update_elem(array_map3, key, val, 0);
        MapValue<int> map_val = bpf_map_lookup_elem(array_map3, key);
        if (!map_val)
        {
            ptr = default;
            return -Errno.ENOENT;
        }

        bpf_dynptr_from_mem(ref map_val.Value, 0, out /*!DYN004*/ptr/*!*/);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_overwrite_ref__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        get_map_val_dynptr(out Dynptr other);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_read_into_slot(TracepointContext ctx)
    {
        dynptr_read_into_slot__union data = default;
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out data.ptr);
        bpf_dynptr_read(/*!DYN010*/data.buf/*!*/, data.ptr, 0, 0);
        bpf_ringbuf_discard_dynptr(ref data.ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_read_into_slot__mended(TracepointContext ctx)
    {
        Span<byte> buf = stackalloc byte[64];
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_dynptr_read(buf, ptr, 0, 0);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?tc")]
    public static int skb_invalid_slice_write__mended(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Slice<ethhdr> hdr = bpf_dynptr_slice_rdwr<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        hdr.Value.h_proto = 1;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int skb_meta_invalid_slice_write__mended(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
        if (!md)
            return SK_DROP;
        md[0] = 42;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int skb_invalid_data_slice1(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        ReadOnlySlice<ethhdr> hdr = bpf_dynptr_slice<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        val = hdr.Value.h_proto;
        if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
            return SK_DROP;
        val = /*!DYN005*/hdr/*!*/.Value.h_proto;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int skb_invalid_data_slice1__mended(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        ReadOnlySlice<ethhdr> hdr = bpf_dynptr_slice<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        val = hdr.Value.h_proto;
        if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
            return SK_DROP;
        hdr = bpf_dynptr_slice<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        val = hdr.Value.h_proto;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int skb_invalid_data_slice2(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Slice<ethhdr> hdr = bpf_dynptr_slice_rdwr<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        hdr.Value.h_proto = 123;
        if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
            return SK_DROP;
        /*!DYN005*/hdr/*!*/.Value.h_proto = 1;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int skb_invalid_data_slice2__mended(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Slice<ethhdr> hdr = bpf_dynptr_slice_rdwr<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        hdr.Value.h_proto = 123;
        if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
            return SK_DROP;
        hdr = bpf_dynptr_slice_rdwr<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        hdr.Value.h_proto = 1;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int skb_invalid_data_slice3(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        Span<byte> write_data = stackalloc byte[64];
        "hello there, world!!"u8.CopyTo(write_data);
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        ReadOnlySlice<ethhdr> hdr = bpf_dynptr_slice<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        val = hdr.Value.h_proto;
        bpf_dynptr_write(ptr, 0, write_data, 0);
        val = /*!DYN005*/hdr/*!*/.Value.h_proto;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int skb_invalid_data_slice3__mended(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        Span<byte> write_data = stackalloc byte[64];
        "hello there, world!!"u8.CopyTo(write_data);
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        ReadOnlySlice<ethhdr> hdr = bpf_dynptr_slice<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        val = hdr.Value.h_proto;
        bpf_dynptr_write(ptr, 0, write_data, 0);
        hdr = bpf_dynptr_slice<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        val = hdr.Value.h_proto;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int skb_invalid_data_slice4(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        Span<byte> write_data = stackalloc byte[64];
        "hello there, world!!"u8.CopyTo(write_data);
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Slice<ethhdr> hdr = bpf_dynptr_slice_rdwr<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        hdr.Value.h_proto = 123;
        bpf_dynptr_write(ptr, 0, write_data, 0);
        /*!DYN005*/hdr/*!*/.Value.h_proto = 1;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int skb_invalid_data_slice4__mended(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        Span<byte> write_data = stackalloc byte[64];
        "hello there, world!!"u8.CopyTo(write_data);
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Slice<ethhdr> hdr = bpf_dynptr_slice_rdwr<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        hdr.Value.h_proto = 123;
        bpf_dynptr_write(ptr, 0, write_data, 0);
        hdr = bpf_dynptr_slice_rdwr<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        hdr.Value.h_proto = 1;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int ro_skb_slice_invalid_after_metadata_write(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr data);
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        ReadOnlySlice s = bpf_dynptr_slice(data, 0, default, 1);
        if (!s)
            return SK_DROP;
        bpf_dynptr_write(meta, 0, "x"u8, 0);
        val = /*!DYN005*/s/*!*/[0];
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int ro_skb_slice_invalid_after_metadata_write__mended(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr data);
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        ReadOnlySlice s = bpf_dynptr_slice(data, 0, default, 1);
        if (!s)
            return SK_DROP;
        val = s[0];
        bpf_dynptr_write(meta, 0, "x"u8, 0);
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int rw_skb_slice_invalid_after_metadata_write(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr data);
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        Slice s = bpf_dynptr_slice_rdwr(data, 0, default, 1);
        if (!s)
            return SK_DROP;
        bpf_dynptr_write(meta, 0, "x"u8, 0);
        /*!DYN005*/s/*!*/[0] = 42;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int rw_skb_slice_invalid_after_metadata_write__mended(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr data);
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        Slice s = bpf_dynptr_slice_rdwr(data, 0, default, 1);
        if (!s)
            return SK_DROP;
        s[0] = 42;
        bpf_dynptr_write(meta, 0, "x"u8, 0);
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int ro_skb_meta_slice_invalid_after_payload_write(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr data);
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        ReadOnlySlice s = bpf_dynptr_slice(meta, 0, default, 1);
        if (!s)
            return SK_DROP;
        bpf_dynptr_write(data, 0, "x"u8, 0);
        val = /*!DYN005*/s/*!*/[0];
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int ro_skb_meta_slice_invalid_after_payload_write__mended(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr data);
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        ReadOnlySlice s = bpf_dynptr_slice(meta, 0, default, 1);
        if (!s)
            return SK_DROP;
        val = s[0];
        bpf_dynptr_write(data, 0, "x"u8, 0);
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int rw_skb_meta_slice_invalid_after_payload_write(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr data);
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        Slice s = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
        if (!s)
            return SK_DROP;
        bpf_dynptr_write(data, 0, "x"u8, 0);
        /*!DYN005*/s/*!*/[0] = 42;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int rw_skb_meta_slice_invalid_after_payload_write__mended(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr data);
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        Slice s = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
        if (!s)
            return SK_DROP;
        s[0] = 42;
        bpf_dynptr_write(data, 0, "x"u8, 0);
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int ro_skb_meta_slice_invalid_after_payload_helper(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        ReadOnlySlice md = bpf_dynptr_slice(meta, 0, default, 1);
        if (!md)
            return SK_DROP;
        if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
            return SK_DROP;
        val = /*!DYN005*/md/*!*/[0];
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int ro_skb_meta_slice_invalid_after_payload_helper__mended(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        ReadOnlySlice md = bpf_dynptr_slice(meta, 0, default, 1);
        if (!md)
            return SK_DROP;
        val = md[0];
        if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
            return SK_DROP;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int rw_skb_meta_slice_invalid_after_payload_helper(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
        if (!md)
            return SK_DROP;
        if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
            return SK_DROP;
        /*!DYN005*/md/*!*/[0] = 42;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int rw_skb_meta_slice_invalid_after_payload_helper__mended(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
        if (!md)
            return SK_DROP;
        md[0] = 42;
        if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
            return SK_DROP;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int ro_skb_meta_slice_invalid_after_metadata_write(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        ReadOnlySlice md = bpf_dynptr_slice(meta, 0, default, 1);
        if (!md)
            return SK_DROP;
        bpf_dynptr_write(meta, 0, "x"u8, 0);
        val = /*!DYN005*/md/*!*/[0];
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int ro_skb_meta_slice_invalid_after_metadata_write__mended(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        ReadOnlySlice md = bpf_dynptr_slice(meta, 0, default, 1);
        if (!md)
            return SK_DROP;
        val = md[0];
        bpf_dynptr_write(meta, 0, "x"u8, 0);
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int rw_skb_meta_slice_invalid_after_metadata_write(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
        if (!md)
            return SK_DROP;
        bpf_dynptr_write(meta, 0, "x"u8, 0);
        /*!DYN005*/md/*!*/[0] = 42;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int rw_skb_meta_slice_invalid_after_metadata_write__mended(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
        if (!md)
            return SK_DROP;
        md[0] = 42;
        bpf_dynptr_write(meta, 0, "x"u8, 0);
        return SK_PASS;
    }

    [BpfProgram("?xdp")]
    public static int xdp_invalid_data_slice1(XdpBuff xdp)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
        ReadOnlySlice<ethhdr> hdr = bpf_dynptr_slice<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        val = hdr.Value.h_proto;
        if (bpf_xdp_adjust_head(xdp, -14) != 0)
            return XDP_DROP;
        val = /*!DYN005*/hdr/*!*/.Value.h_proto;
        return XDP_PASS;
    }

    [BpfProgram("?xdp")]
    public static int xdp_invalid_data_slice1__mended(XdpBuff xdp)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
        ReadOnlySlice<ethhdr> hdr = bpf_dynptr_slice<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        val = hdr.Value.h_proto;
        if (bpf_xdp_adjust_head(xdp, -14) != 0)
            return XDP_DROP;
        hdr = bpf_dynptr_slice<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        val = hdr.Value.h_proto;
        return XDP_PASS;
    }

    [BpfProgram("?xdp")]
    public static int xdp_invalid_data_slice2(XdpBuff xdp)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
        Slice<ethhdr> hdr = bpf_dynptr_slice_rdwr<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        hdr.Value.h_proto = 9;
        if (bpf_xdp_adjust_head(xdp, -14) != 0)
            return XDP_DROP;
        /*!DYN005*/hdr/*!*/.Value.h_proto = 1;
        return XDP_PASS;
    }

    [BpfProgram("?xdp")]
    public static int xdp_invalid_data_slice2__mended(XdpBuff xdp)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
        Slice<ethhdr> hdr = bpf_dynptr_slice_rdwr<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        hdr.Value.h_proto = 9;
        if (bpf_xdp_adjust_head(xdp, -14) != 0)
            return XDP_DROP;
        hdr = bpf_dynptr_slice_rdwr<ethhdr>(ptr, 0, buffer);
        if (!hdr)
            return SK_DROP;
        hdr.Value.h_proto = 1;
        return XDP_PASS;
    }

    [BpfProgram("?xdp")]
    public static int skb_invalid_ctx(SkBuff ctx)
    {
        /*!DYN020*/bpf_dynptr_from_skb(ctx, 0, out Dynptr ptr)/*!*/;
        return 0;
    }

    [BpfProgram("?xdp")]
    public static int skb_invalid_ctx__mended(XdpBuff ctx)
    {
        bpf_dynptr_from_xdp(ctx, 0, out Dynptr ptr);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int skb_meta_invalid_ctx(SkBuff ctx)
    {
        /*!DYN020*/bpf_dynptr_from_skb_meta(ctx, 0, out Dynptr meta)/*!*/;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int skb_meta_invalid_ctx__mended(TracepointContext ctx)
    {
        get_map_val_dynptr(out Dynptr ptr);
        return 0;
    }

    [BpfProgram("fentry/skb_tx_error")]
    public static int skb_invalid_ctx_fentry(SkBuff skb)
    {
        bpf_dynptr_from_skb(/*!DYN020*/skb/*!*/, 0, out Dynptr ptr);
        return 0;
    }

    [BpfProgram("fentry/skb_tx_error")]
    public static int skb_invalid_ctx_fentry__mended(SkBuff skb)
    {
        get_map_val_dynptr(out Dynptr ptr);
        return 0;
    }

    [BpfProgram("fexit/skb_tx_error")]
    public static int skb_invalid_ctx_fexit(SkBuff skb)
    {
        bpf_dynptr_from_skb(/*!DYN020*/skb/*!*/, 0, out Dynptr ptr);
        return 0;
    }

    [BpfProgram("fexit/skb_tx_error")]
    public static int skb_invalid_ctx_fexit__mended(SkBuff skb)
    {
        get_map_val_dynptr(out Dynptr ptr);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int uninit_write_into_slot(TracepointContext ctx)
    {
        uninit_write_into_slot__record data = default;
        bpf_ringbuf_reserve_dynptr(ringbuf, 80, 0, out data.ptr);
        bpf_get_current_comm(MemoryMarshal.CreateSpan(ref /*!DYN010*/Unsafe.As<uninit_write_into_slot__record, byte>(ref data)/*!*/, 80));
        bpf_ringbuf_discard_dynptr(ref data.ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int uninit_write_into_slot__mended(TracepointContext ctx)
    {
        Span<byte> buf = stackalloc byte[64];
        bpf_ringbuf_reserve_dynptr(ringbuf, 80, 0, out Dynptr ptr);
        bpf_get_current_comm(buf);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int xdp_invalid_ctx(XdpBuff ctx)
    {
        /*!DYN020*/bpf_dynptr_from_xdp(ctx, 0, out Dynptr ptr)/*!*/;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int xdp_invalid_ctx__mended(TracepointContext ctx)
    {
        get_map_val_dynptr(out Dynptr ptr);
        return 0;
    }

    [BpfProgram("?tc")]
    public static int dynptr_slice_var_len1(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        ReadOnlySlice hdr = bpf_dynptr_slice(ptr, 0, buffer, /*!DYN008*/hdr_size/*!*/);
        if (!hdr)
            return SK_DROP;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int dynptr_slice_var_len1__mended(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        ReadOnlySlice hdr = bpf_dynptr_slice(ptr, 0, buffer, 14);
        if (!hdr)
            return SK_DROP;
        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int dynptr_slice_var_len2(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        if (hdr_size <= 14)
        {
            Slice hdr = bpf_dynptr_slice_rdwr(ptr, 0, buffer, /*!DYN008*/hdr_size/*!*/);
            if (!hdr)
                return SK_DROP;
            hdr[12] = 12;
        }

        return SK_PASS;
    }

    [BpfProgram("?tc")]
    public static int dynptr_slice_var_len2__mended(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        if (hdr_size <= 14)
        {
            Slice hdr = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 14);
            if (!hdr)
                return SK_DROP;
            hdr[12] = 12;
        }

        return SK_PASS;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_slice_commuted_invalidate(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 4, 0, out Dynptr ptr);
        Slice<int> slice = bpf_dynptr_data<int>(ptr, 0);
        if (!slice)
            goto fail;
        Slice<int> derived = slice;
        slice = default;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        val = /*!DYN005*/derived/*!*/.Value;
        return 0;
        fail:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_slice_commuted_invalidate__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 4, 0, out Dynptr ptr);
        Slice<int> slice = bpf_dynptr_data<int>(ptr, 0);
        if (!slice)
            goto fail;
        Slice<int> derived = slice;
        slice = default;
        val = derived.Value;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
        fail:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_data_slices(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        Slice<uint> slice = bpf_dynptr_data<uint>(ptr, 0);
        if (!slice)
            return 0;
        bpf_loop(10, invalid_data_slices__callback, ref ptr, 0);
        /*!DYN005*/slice/*!*/.Value = 1;
        return 0;
    }

    private static int invalid_data_slices__callback(uint index, ref Dynptr ctx)
    {
        ctx = default;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int invalid_data_slices__mended(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        Slice<uint> slice = bpf_dynptr_data<uint>(ptr, 0);
        if (!slice)
            return 0;
        bpf_loop(10, invalid_data_slices__mended__callback, ref ptr, 0);
        slice.Value = 1;
        return 0;
    }

    private static int invalid_data_slices__mended__callback(uint index, ref Dynptr ctx)
    {
        val = (int)bpf_dynptr_size(ctx);
        return 0;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int invalid_slice_rdwr_rdonly(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Slice hdr = /*!DYN009*/bpf_dynptr_slice_rdwr(ptr, 0, buffer, 14)/*!*/;
        return hdr ? 1 : 0;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int invalid_slice_rdwr_rdonly__mended(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        ReadOnlySlice hdr = bpf_dynptr_slice(ptr, 0, buffer, 14);
        return hdr ? 1 : 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_adjust_invalid(TracepointContext ctx)
    {
        Dynptr ptr = default;
        bpf_dynptr_adjust(ref /*!DYN003*/ptr/*!*/, 1, 2);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_adjust_invalid__mended(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        bpf_dynptr_adjust(ref ptr, 1, 2);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_is_null_invalid(TracepointContext ctx)
    {
        Dynptr ptr = default;
        bpf_dynptr_is_null(/*!DYN003*/ptr/*!*/);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_is_null_invalid__mended(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        bpf_dynptr_is_null(ptr);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_is_rdonly_invalid(TracepointContext ctx)
    {
        Dynptr ptr = default;
        bpf_dynptr_is_rdonly(/*!DYN003*/ptr/*!*/);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_is_rdonly_invalid__mended(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        bpf_dynptr_is_rdonly(ptr);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_size_invalid(TracepointContext ctx)
    {
        Dynptr ptr = default;
        bpf_dynptr_size(/*!DYN003*/ptr/*!*/);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_size_invalid__mended(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        bpf_dynptr_size(ptr);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalid1(TracepointContext ctx)
    {
        Dynptr ptr1 = default;
        bpf_dynptr_clone(/*!DYN003*/ptr1/*!*/, out Dynptr ptr2);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalid1__mended(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr1) != 0)
            return 0;
        bpf_dynptr_clone(ptr1, out Dynptr ptr2);
        return 0;
    }

    [BpfProgram("?xdp")]
    public static int clone_invalid2(XdpBuff xdp)
    {
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr1);
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr clone);
        bpf_dynptr_clone(ptr1, out /*!DYN004*/clone/*!*/);
        bpf_ringbuf_submit_dynptr(ref clone, 0);
        return 0;
    }

    [BpfProgram("?xdp")]
    public static int clone_invalid2__mended(XdpBuff xdp)
    {
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr1);
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr clone);
        bpf_dynptr_clone(ptr1, out Dynptr other);
        bpf_ringbuf_submit_dynptr(ref clone, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalidate1(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        bpf_dynptr_read(read_data, /*!DYN003*/clone/*!*/, 0, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalidate1__mended(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        bpf_dynptr_read(read_data, clone, 0, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalidate2(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        bpf_ringbuf_submit_dynptr(ref clone, 0);
        bpf_dynptr_read(read_data, /*!DYN003*/ptr/*!*/, 0, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalidate2__mended(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        bpf_dynptr_read(read_data, ptr, 0, 0);
        bpf_ringbuf_submit_dynptr(ref clone, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalidate3(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone1);
        bpf_dynptr_clone(ptr, out Dynptr clone2);
        bpf_ringbuf_submit_dynptr(ref clone2, 0);
        bpf_dynptr_read(read_data, /*!DYN003*/clone1/*!*/, 0, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalidate3__mended(TracepointContext ctx)
    {
        Span<byte> read_data = stackalloc byte[64];
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone1);
        bpf_dynptr_clone(ptr, out Dynptr clone2);
        bpf_dynptr_read(read_data, clone1, 0, 0);
        bpf_ringbuf_submit_dynptr(ref clone2, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalidate4(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        Slice<int> data = bpf_dynptr_data<int>(clone, 0);
        if (!data)
            /*!DYN001*/return 0;/*!*/
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        /*!DYN005*/data/*!*/.Value = 123;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalidate4__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        Slice<int> data = bpf_dynptr_data<int>(clone, 0);
        if (!data)
        {
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        data.Value = 123;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalidate5(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        Slice<int> data = bpf_dynptr_data<int>(ptr, 0);
        if (!data)
            /*!DYN001*/return 0;/*!*/
        bpf_dynptr_clone(ptr, out Dynptr clone);
        bpf_ringbuf_submit_dynptr(ref clone, 0);
        /*!DYN005*/data/*!*/.Value = 123;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalidate5__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        Slice<int> data = bpf_dynptr_data<int>(ptr, 0);
        if (!data)
        {
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        bpf_dynptr_clone(ptr, out Dynptr clone);
        data.Value = 123;
        bpf_ringbuf_submit_dynptr(ref clone, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalidate6(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone1);
        bpf_dynptr_clone(ptr, out Dynptr clone2);
        Slice<int> data = bpf_dynptr_data<int>(clone1, 0);
        if (!data)
            /*!DYN001*/return 0;/*!*/
        bpf_ringbuf_submit_dynptr(ref clone2, 0);
        /*!DYN005*/data/*!*/.Value = 123;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int clone_invalidate6__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone1);
        bpf_dynptr_clone(ptr, out Dynptr clone2);
        Slice<int> data = bpf_dynptr_data<int>(clone1, 0);
        if (!data)
        {
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        data.Value = 123;
        bpf_ringbuf_submit_dynptr(ref clone2, 0);
        return 0;
    }

    [BpfProgram("?tc")]
    public static int clone_skb_packet_data(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[4];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        Slice<uint> data = bpf_dynptr_slice_rdwr<uint>(clone, 0, buffer);
        if (!data)
            return XDP_DROP;
        if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
            return SK_DROP;
        /*!DYN005*/data/*!*/.Value = 123;
        return 0;
    }

    [BpfProgram("?tc")]
    public static int clone_skb_packet_data__mended(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[4];
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        Slice<uint> data = bpf_dynptr_slice_rdwr<uint>(clone, 0, buffer);
        if (!data)
            return XDP_DROP;
        data.Value = 123;
        if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
            return SK_DROP;
        return 0;
    }

    [BpfProgram("?tc")]
    public static int clone_skb_packet_meta(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        bpf_dynptr_clone(meta, out Dynptr clone);
        Slice md = bpf_dynptr_slice_rdwr(clone, 0, default, 1);
        if (!md)
            return SK_DROP;
        if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
            return SK_DROP;
        /*!DYN005*/md/*!*/[0] = 42;
        return 0;
    }

    [BpfProgram("?tc")]
    public static int clone_skb_packet_meta__mended(SkBuff skb)
    {
        bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        bpf_dynptr_clone(meta, out Dynptr clone);
        Slice md = bpf_dynptr_slice_rdwr(clone, 0, default, 1);
        if (!md)
            return SK_DROP;
        md[0] = 42;
        if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
            return SK_DROP;
        return 0;
    }

    [BpfProgram("?xdp")]
    public static int clone_xdp_packet_data(XdpBuff xdp)
    {
        Span<byte> buffer = stackalloc byte[4];
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        Slice<uint> data = bpf_dynptr_slice_rdwr<uint>(clone, 0, buffer);
        if (!data)
            return XDP_DROP;
        if (bpf_xdp_adjust_head(xdp, -14) != 0)
            return XDP_DROP;
        /*!DYN005*/data/*!*/.Value = 123;
        return 0;
    }

    [BpfProgram("?xdp")]
    public static int clone_xdp_packet_data__mended(XdpBuff xdp)
    {
        Span<byte> buffer = stackalloc byte[4];
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        Slice<uint> data = bpf_dynptr_slice_rdwr<uint>(clone, 0, buffer);
        if (!data)
            return XDP_DROP;
        data.Value = 123;
        if (bpf_xdp_adjust_head(xdp, -14) != 0)
            return XDP_DROP;
        return 0;
    }

    [BpfProgram("?cgroup_skb/egress")]
    public static int test_dynptr_skb_small_buff(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[8];
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            return 1;
        }

        ReadOnlySlice data = bpf_dynptr_slice(ptr, 0, /*!DYN012*/buffer/*!*/, 9);
        return data ? 1 : 0;
    }

    [BpfProgram("?cgroup_skb/egress")]
    public static int test_dynptr_skb_small_buff__mended(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[9];
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            return 1;
        }

        ReadOnlySlice data = bpf_dynptr_slice(ptr, 0, buffer, 9);
        return data ? 1 : 0;
    }

    [BpfProgram("?raw_tp")]
    public static int test_dynptr_reg_type(TracepointContext ctx)
    {
        test_dynptr_reg_type__global_call_bpf_dynptr(/*!DYN006*/Unsafe.NullRef<Dynptr>()/*!*/);
        return 0;
    }

    private static long test_dynptr_reg_type__global_call_bpf_dynptr([Borrowed] in Dynptr dynptr) => 0;

    [BpfProgram("?raw_tp")]
    public static int test_dynptr_reg_type__mended(TracepointContext ctx)
    {
        if (get_map_val_dynptr(out Dynptr ptr) != 0)
            return 0;
        test_dynptr_reg_type__mended__global_call_bpf_dynptr(ptr);
        return 0;
    }

    private static long test_dynptr_reg_type__mended__global_call_bpf_dynptr([Borrowed] in Dynptr dynptr) => 0;

    [BpfProgram("?raw_tp")]
    public static int dynptr_overwrite_ref_with_clone(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        ptr = default;
        bpf_ringbuf_discard_dynptr(ref clone, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_overwrite_ref_last_clone(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        ptr = default;
        clone = /*!DYN004*/default/*!*/;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_overwrite_ref_last_clone__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        ptr = default;
        bpf_ringbuf_discard_dynptr(ref clone, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_overwrite_clone_with_original(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        clone = default;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_overwrite_ref_invalidate_slice(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        Slice<int> data = bpf_dynptr_data<int>(ptr, 0);
        if (!data)
            /*!DYN001*/return 0;/*!*/
        bpf_dynptr_clone(ptr, out Dynptr clone);
        ptr = default;
        /*!DYN005*/data/*!*/.Value = 123;
        bpf_ringbuf_discard_dynptr(ref clone, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_overwrite_ref_invalidate_slice__mended(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        Slice<int> data = bpf_dynptr_data<int>(ptr, 0);
        if (!data)
        {
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        bpf_dynptr_clone(ptr, out Dynptr clone);
        data.Value = 123;
        ptr = default;
        bpf_ringbuf_discard_dynptr(ref clone, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int dynptr_overwrite_ref_clone_slice_valid(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        Slice<int> data = bpf_dynptr_data<int>(clone, 0);
        if (!data)
        {
            bpf_ringbuf_discard_dynptr(ref clone, 0);
            return 0;
        }

        ptr = default;
        data.Value = 123;
        bpf_ringbuf_discard_dynptr(ref clone, 0);
        return 0;
    }

    private struct sample
    {
        public int pid;
        public long value;
        public long padding1;
        public long padding2;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct ethhdr
    {
        public uint h_dest_low;
        public ushort h_dest_high;
        public uint h_source_low;
        public ushort h_source_high;
        public ushort h_proto;
    }

    [InlineArray(64)]
    private struct buffer64
    {
        private byte _first;
    }

    [StructLayout(LayoutKind.Explicit)]
    private ref struct dynptr_read_into_slot__union
    {
        [FieldOffset(0)]
        public buffer64 buf;

        [FieldOffset(48)]
        public Dynptr ptr;
    }

    private ref struct add_dynptr_to_map2__record
    {
        public int x;
        public Dynptr ptr;
    }

    private ref struct uninit_write_into_slot__record
    {
        public buffer64 buf;
        public Dynptr ptr;
    }
}
