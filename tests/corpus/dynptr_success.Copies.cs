using System;
using Dynptrs;
using static Corpus.Bpf;
using static Dynptrs.XdpAction;
using static Dynptrs.Errno;

namespace Corpus;

/// <summary>Copying from one dynptr to another.</summary>
internal static partial class DynptrSuccess
{
    private const uint Chunks = 200;

    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_copy(TracepointContext ctx)
    {
        ReadOnlySpan<byte> data = "hello there, world!!\0"u8;
        Span<byte> buf = stackalloc byte[32];
        const uint sz = 21;

        bpf_ringbuf_reserve_dynptr(ringbuf, sz, 0, out Dynptr src);
        bpf_ringbuf_reserve_dynptr(ringbuf, sz, 0, out Dynptr dst);

        err = bpf_dynptr_write(src, 0, data, 0);
        if (err == 0)
            err = bpf_dynptr_copy(dst, 0, src, 0, sz);
        if (err == 0)
            err = bpf_dynptr_read(buf[..(int)sz], dst, 0, 0);
        if (err == 0)
            err = memcmp(data, buf, sz);

        // Some bytes from the middle, to another place.
        if (err == 0)
            err = bpf_dynptr_copy(dst, 3, src, 5, sz - 5);
        if (err == 0)
            err = bpf_dynptr_read(buf[..(int)(sz - 5)], dst, 3, 0);
        if (err == 0)
            err = memcmp(data[5..], buf, sz - 5);

        bpf_ringbuf_discard_dynptr(ref src, 0);
        bpf_ringbuf_discard_dynptr(ref dst, 0);
        return 0;
    }

    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_copy__broken(TracepointContext ctx)
    {
        ReadOnlySpan<byte> data = "hello there, world!!\0"u8;
        const uint sz = 21;

        bpf_ringbuf_reserve_dynptr(ringbuf, sz, 0, out Dynptr src);
        bpf_ringbuf_reserve_dynptr(ringbuf, sz, 0, out Dynptr dst);

        err = bpf_dynptr_write(src, 0, data, 0);
        bpf_ringbuf_discard_dynptr(ref src, 0);
        if (err == 0)
            err = bpf_dynptr_copy(dst, 0, /*!DYN003*/src/*!*/, 0, sz);

        bpf_ringbuf_discard_dynptr(ref dst, 0);
        return 0;
    }

    [BpfProgram("xdp")]
    public static int test_dynptr_copy_xdp(XdpBuff xdp)
    {
        ReadOnlySpan<byte> data = "qwertyuiopasdfghjkl\0"u8;
        Span<byte> buf = stackalloc byte[32];
        const uint len = 20;

        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr_xdp);
        ulong xdp_data_size = bpf_dynptr_size(ptr_xdp);
        bpf_ringbuf_reserve_dynptr(ringbuf, len * Chunks, 0, out Dynptr ptr_buf);

        for (uint i = 0; i < Chunks; i++)
        {
            err = bpf_dynptr_write(ptr_buf, i * len, data, 0);
            if (err != 0)
                goto done;
        }

        err = bpf_dynptr_copy(ptr_xdp, 0, ptr_buf, 0, len * Chunks);
        if (err != 0)
            goto done;

        for (uint i = 0; i < Chunks; i++)
        {
            buf.Clear();
            err = bpf_dynptr_read(buf[..(int)len], ptr_xdp, i * len, 0);
            if (err != 0)
                goto done;
            if (memcmp(data, buf, len) != 0)
                goto done;
        }

        buf.Clear();
        for (uint i = 0; i < Chunks; i++)
        {
            err = bpf_dynptr_write(ptr_buf, i * len, buf[..(int)len], 0);
            if (err != 0)
                goto done;
        }

        err = bpf_dynptr_copy(ptr_buf, 0, ptr_xdp, 0, len * Chunks);
        if (err != 0)
            goto done;

        for (uint i = 0; i < Chunks; i++)
        {
            buf.Clear();
            err = bpf_dynptr_read(buf[..(int)len], ptr_buf, i * len, 0);
            if (err != 0 || memcmp(data, buf, len) != 0)
                goto done;
        }

        // The ranges overlap, and neither is one piece.
        err = bpf_dynptr_copy(ptr_xdp, 2, ptr_xdp, len, len * (Chunks - 1));
        if (err != 0)
            goto done;

        for (uint i = 0; i < Chunks - 1; i++)
        {
            buf.Clear();
            err = bpf_dynptr_read(buf[..(int)len], ptr_xdp, 2 + (i * len), 0);
            if (err != 0 || memcmp(data, buf, len) != 0)
                goto done;
        }

        if (bpf_dynptr_copy(ptr_xdp, xdp_data_size - 3000, ptr_xdp, 0, len * Chunks) != -E2BIG)
            err = 1;

    done:
        bpf_ringbuf_discard_dynptr(ref ptr_buf, 0);
        return XDP_DROP;
    }

    // Only what went well is released.
    [BpfProgram("xdp")]
    public static int test_dynptr_copy_xdp__broken(XdpBuff xdp)
    {
        ReadOnlySpan<byte> data = "qwertyuiopasdfghjkl\0"u8;
        const uint len = 20;

        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr_xdp);
        bpf_ringbuf_reserve_dynptr(ringbuf, len * Chunks, 0, out Dynptr ptr_buf);

        for (uint i = 0; i < Chunks; i++)
        {
            err = bpf_dynptr_write(ptr_buf, i * len, data, 0);
            if (err != 0)
                goto done;
        }

        err = bpf_dynptr_copy(ptr_xdp, 0, ptr_buf, 0, len * Chunks);
        if (err != 0)
            goto done;

        bpf_ringbuf_discard_dynptr(ref ptr_buf, 0);

    done:
        /*!DYN001*/return XDP_DROP;/*!*/
    }
}
