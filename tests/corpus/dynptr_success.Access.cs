using System;
using Dynptrs;
using static Corpus.Bpf;
using static Dynptrs.Errno;

namespace Corpus;

/// <summary>Reading, writing and slices, at run time and for the verifier.</summary>
internal static partial class DynptrSuccess
{
    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_read_write(TracepointContext ctx)
    {
        Span<byte> write_data = stackalloc byte[64];
        "hello there, world!!"u8.CopyTo(write_data);
        Span<byte> read_data = stackalloc byte[64];
        if (!is_test_process())
            return 0;

        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);

        err = bpf_dynptr_write(ptr, 0, write_data, 0);
        if (err == 0)
            err = bpf_dynptr_read(read_data, ptr, 0, 0);
        for (int i = 0; i < read_data.Length; i++)
        {
            if (read_data[i] != write_data[i])
            {
                err = 1;
                break;
            }
        }

        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_read_write__broken(TracepointContext ctx)
    {
        Span<byte> write_data = stackalloc byte[64];
        "hello there, world!!"u8.CopyTo(write_data);
        Span<byte> read_data = stackalloc byte[64];
        if (!is_test_process())
            return 0;

        bpf_ringbuf_reserve_dynptr(ringbuf, 64, 0, out Dynptr ptr);

        err = bpf_dynptr_write(ptr, 0, write_data, 0);
        if (err == 0)
            err = bpf_dynptr_read(read_data, ptr, 0, 0);
        for (int i = 0; i < read_data.Length; i++)
        {
            if (read_data[i] != write_data[i])
            {
                err = 1;
                break;
            }
        }

        /*!DYN001*/return 0;/*!*/
    }

    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_data(TracepointContext ctx)
    {
        uint key = 0, val = 235;
        if (!is_test_process())
            return 0;

        bpf_map_update_elem(array_map, key, val, 0);
        MapValue<uint> map_val = bpf_map_lookup_elem(array_map, key);
        if (!map_val)
        {
            err = 1;
            return 0;
        }

        bpf_dynptr_from_mem(ref map_val.Value, 0, out Dynptr ptr);

        Slice outside = bpf_dynptr_data(ptr, 5, 1);
        if (outside)
        {
            err = 2;
            return 0;
        }

        Slice too_long = bpf_dynptr_data(ptr, 0, 5);
        if (too_long)
        {
            err = 3;
            return 0;
        }

        Slice<uint> data = bpf_dynptr_data<uint>(ptr, 0);
        if (!data)
        {
            err = 4;
            return 0;
        }

        data.Value = 999;
        err = bpf_probe_read_kernel(out val, data.Value);
        if (err != 0)
            return 0;
        if (val != data.Value)
            err = 5;
        return 0;
    }

    // The slice of four bytes is tested as little as the others need to be.
    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_data__broken(TracepointContext ctx)
    {
        uint key = 0, val = 235;
        if (!is_test_process())
            return 0;

        bpf_map_update_elem(array_map, key, val, 0);
        MapValue<uint> map_val = bpf_map_lookup_elem(array_map, key);
        if (!map_val)
        {
            err = 1;
            return 0;
        }

        bpf_dynptr_from_mem(ref map_val.Value, 0, out Dynptr ptr);

        Slice<uint> data = bpf_dynptr_data<uint>(ptr, 0);
        /*!DYN006*/data/*!*/.Value = 999;
        err = bpf_probe_read_kernel(out val, data.Value);
        return 0;
    }

    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_ringbuf(TracepointContext ctx)
    {
        if (!is_test_process())
            return 0;

        val = 100;
        err = bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        Slice<Sample> sample = err != 0 ? default : bpf_dynptr_data<Sample>(ptr, 0);
        if (!sample)
        {
            err = 1;
            goto done;
        }

        sample.Value.pid = 10;

        // The callback only reads the dynptr, so the slice stays valid.
        bpf_loop(10, test_ringbuf__ringbuf_callback, ref ptr, 0);
        if (sample.Value.pid != 55)
            err = 2;
    done:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    private static int test_ringbuf__ringbuf_callback(uint index, ref Dynptr ptr)
    {
        Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr, 0);
        if (!sample)
            err = 2;
        else
            sample.Value.pid += (int)index;
        return 0;
    }

    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_ringbuf__broken(TracepointContext ctx)
    {
        if (!is_test_process())
            return 0;

        val = 100;
        err = bpf_ringbuf_reserve_dynptr(ringbuf, (uint)val, 0, out Dynptr ptr);
        Slice<Sample> sample = err != 0 ? default : bpf_dynptr_data<Sample>(ptr, 0);
        if (!sample)
        {
            err = 1;
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        sample.Value.pid = 10;
        bpf_loop(10, test_ringbuf__ringbuf_callback, ref ptr, 0);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        if (/*!DYN005*/sample/*!*/.Value.pid != 55)
            err = 2;
        return 0;
    }

    [BpfProgram("?cgroup_skb/egress")]
    public static int test_skb_readonly(SkBuff skb)
    {
        ReadOnlySpan<byte> write_data = [1, 2];
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            return 1;
        }

        // The packet may not be written, which shows at run time only.
        int ret = bpf_dynptr_write(ptr, 0, write_data, 0);
        if (ret != -EINVAL)
        {
            err = 2;
            return 1;
        }

        return 1;
    }

    // A slice for writing is refused when the program is loaded.
    [BpfProgram("?cgroup_skb/egress")]
    public static int test_skb_readonly__broken(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            return 1;
        }

        Slice data = /*!DYN009*/bpf_dynptr_slice_rdwr(ptr, 0, default, 2)/*!*/;
        if (data)
            data[0] = 1;
        return 1;
    }

    [BpfProgram("?cgroup_skb/egress")]
    public static int test_dynptr_skb_data(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            return 1;
        }

        // Null at run time: a packet is reached by bpf_dynptr_slice.
        Slice data = bpf_dynptr_data(ptr, 0, 1);
        if (data)
        {
            err = 2;
            return 1;
        }

        return 1;
    }

    [BpfProgram("?cgroup_skb/egress")]
    public static int test_dynptr_skb_data__broken(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            return 1;
        }

        Slice data = bpf_dynptr_data(ptr, 0, 1);
        if (!data)
            err = /*!DYN006*/data/*!*/[0];
        return 1;
    }

    [BpfProgram("?tc")]
    public static int test_dynptr_skb_meta_data(SkBuff skb)
    {
        err = 1;
        if (bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta) != 0)
            return 1;

        err = 2;
        Slice md = bpf_dynptr_data(meta, 0, 1);
        if (md)
            return 1;

        err = 0;
        return 1;
    }

    [BpfProgram("?tc")]
    public static int test_dynptr_skb_meta_data__broken(SkBuff skb)
    {
        err = 1;
        if (bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta) != 0)
            return 1;

        err = 2;
        Slice md = bpf_dynptr_data(meta, 0, /*!DYN008*/bpf_dynptr_size(meta)/*!*/);
        if (md)
            return 1;

        err = 0;
        return 1;
    }

    [BpfProgram("?tc")]
    public static int test_dynptr_skb_meta_flags(SkBuff skb)
    {
        const ulong INVALID = ulong.MaxValue;
        Span<byte> buf = stackalloc byte[1];

        err = 1;
        int ret = bpf_dynptr_from_skb_meta(skb, INVALID, out Dynptr meta);
        if (ret != -EINVAL)
            return 1;

        // A null dynptr may be made anew.
        err = 2;
        ret = bpf_dynptr_from_skb_meta(skb, 0, out meta);
        if (ret != 0)
            return 1;

        err = 3;
        ret = bpf_dynptr_read(buf[..0], meta, 0, INVALID);
        if (ret != -EINVAL)
            return 1;

        err = 4;
        ret = bpf_dynptr_write(meta, 0, buf[..0], INVALID);
        if (ret != -EINVAL)
            return 1;

        err = 0;
        return 1;
    }

    // A write ends the slices of the packet, its metadata included, even when it fails.
    [BpfProgram("?tc")]
    public static int test_dynptr_skb_meta_flags__broken(SkBuff skb)
    {
        const ulong INVALID = ulong.MaxValue;
        Span<byte> buf = stackalloc byte[1];

        err = 2;
        int ret = bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
        if (ret != 0)
            return 1;

        err = 3;
        ReadOnlySlice md = bpf_dynptr_slice(meta, 0, buf, 1);
        if (!md)
            return 1;

        err = 4;
        ret = bpf_dynptr_write(meta, 0, buf[..0], INVALID);
        if (ret != -EINVAL)
            return 1;

        err = /*!DYN005*/md/*!*/[0];
        return 1;
    }
}
