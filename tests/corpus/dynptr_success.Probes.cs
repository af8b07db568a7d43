using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;
using static Dynptrs.XdpAction;

namespace Corpus;

/// <summary>Reading foreign memory into a dynptr: the kernel's, user space's, another task's.</summary>
internal static partial class DynptrSuccess
{
    private const uint BufSize = 384;

    // Thirty-two bytes before the linear part of the packet ends, so that what is longer lies in two pieces.
    private const ulong XdpOffset = 4096 - 256 - 320 - 32;

    private static nuint user_ptr;

    [FixedAddressValueType]
    private static Text384 expected_str;

    private static Lengths test_len =
        Global<Lengths>([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 255, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0]);

    private delegate int ProbeRead(scoped in Dynptr dynptr, ulong offset, ulong size, nuint address);

    [BpfProgram("xdp")]
    public static int test_probe_read_user_dynptr(XdpBuff xdp)
    {
        probe_ringbuf(bpf_probe_read_user_dynptr, user_ptr);
        if (err == 0)
            probe_xdp(xdp, bpf_probe_read_user_dynptr, user_ptr);
        return XDP_PASS;
    }

    // Nothing bounds the length that is read back.
    [BpfProgram("xdp")]
    public static int test_probe_read_user_dynptr__broken(XdpBuff xdp)
    {
        Span<byte> buf = stackalloc byte[(int)BufSize];
        err = bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr_xdp);
        for (int i = 0; i < Lengths.Count; i++)
        {
            uint len = test_len[i];
            if (err == 0)
                err = bpf_probe_read_user_dynptr(ptr_xdp, XdpOffset, len, user_ptr);
            if (err == 0)
                err = bpf_dynptr_read(/*!DYN008*/buf[..(int)len]/*!*/, ptr_xdp, XdpOffset, 0);
        }

        return XDP_PASS;
    }

    [BpfProgram("xdp")]
    public static int test_probe_read_kernel_dynptr(XdpBuff xdp)
    {
        probe_ringbuf(bpf_probe_read_kernel_dynptr, expected_str_address());
        if (err == 0)
            probe_xdp(xdp, bpf_probe_read_kernel_dynptr, expected_str_address());
        return XDP_PASS;
    }

    [BpfProgram("xdp")]
    public static int test_probe_read_user_str_dynptr(XdpBuff xdp)
    {
        probe_ringbuf_str(bpf_probe_read_user_str_dynptr, user_ptr);
        if (err == 0)
            probe_xdp_str(xdp, bpf_probe_read_user_str_dynptr, user_ptr);
        return XDP_PASS;
    }

    [BpfProgram("xdp")]
    public static int test_probe_read_kernel_str_dynptr(XdpBuff xdp)
    {
        probe_ringbuf_str(bpf_probe_read_kernel_str_dynptr, expected_str_address());
        if (err == 0)
            probe_xdp_str(xdp, bpf_probe_read_kernel_str_dynptr, expected_str_address());
        return XDP_PASS;
    }

    [BpfProgram("fentry.s/__x64_sys_nanosleep")]
    public static int test_copy_from_user_dynptr(TracepointContext ctx)
    {
        probe_ringbuf(bpf_copy_from_user_dynptr, user_ptr);
        return 0;
    }

    // The loop is left, and the record with it.
    [BpfProgram("fentry.s/__x64_sys_nanosleep")]
    public static int test_copy_from_user_dynptr__broken(TracepointContext ctx)
    {
        if (!is_test_process())
            return 0;

        err = bpf_ringbuf_reserve_dynptr(ringbuf, BufSize, 0, out Dynptr ptr_buf);
        for (int i = 0; i < Lengths.Count; i++)
        {
            uint len = test_len[i];
            if (err == 0)
                err = bpf_copy_from_user_dynptr(ptr_buf, 0, len, user_ptr);
            if (len > BufSize)
                /*!DYN001*/return 0;/*!*/
        }

        bpf_ringbuf_discard_dynptr(ref ptr_buf, 0);
        return 0;
    }

    [BpfProgram("fentry.s/__x64_sys_nanosleep")]
    public static int test_copy_from_user_str_dynptr(TracepointContext ctx)
    {
        probe_ringbuf_str(bpf_copy_from_user_str_dynptr, user_ptr);
        return 0;
    }

    [BpfProgram("fentry.s/__x64_sys_nanosleep")]
    public static int test_copy_from_user_task_dynptr(TracepointContext ctx)
    {
        probe_ringbuf(test_copy_from_user_task_dynptr__bpf_copy_from_user_task_dynptr, user_ptr);
        return 0;
    }

    private static int test_copy_from_user_task_dynptr__bpf_copy_from_user_task_dynptr(
        scoped in Dynptr dynptr,
        ulong offset,
        ulong size,
        nuint address) =>
        bpf_copy_from_user_task_dynptr(dynptr, offset, size, address, bpf_get_current_task_btf());

    [BpfProgram("fentry.s/__x64_sys_nanosleep")]
    public static int test_copy_from_user_task_str_dynptr(TracepointContext ctx)
    {
        probe_ringbuf_str(test_copy_from_user_task_str_dynptr__bpf_copy_from_user_task_str_dynptr, user_ptr);
        return 0;
    }

    private static int test_copy_from_user_task_str_dynptr__bpf_copy_from_user_task_str_dynptr(
        scoped in Dynptr dynptr,
        ulong offset,
        ulong size,
        nuint address) =>
        bpf_copy_from_user_task_str_dynptr(dynptr, offset, size, address, bpf_get_current_task_btf());

    private static void probe_ringbuf(ProbeRead read, nuint address)
    {
        if (!is_test_process())
            return;

        Span<byte> buf = stackalloc byte[(int)BufSize];
        err = bpf_ringbuf_reserve_dynptr(ringbuf, BufSize, 0, out Dynptr ptr_buf);
        for (int i = 0; i < Lengths.Count; i++)
        {
            uint len = test_len[i];
            if (err == 0)
                err = read(ptr_buf, 0, len, address);
            if (len > BufSize)
                break;
            if (err == 0)
                err = bpf_dynptr_read(buf[..(int)len], ptr_buf, 0, 0);
            if (err != 0 || memcmp(expected_str, buf, len) != 0)
                err = 1;

            buf.Clear();
            if (err == 0)
                err = bpf_dynptr_write(ptr_buf, 0, buf[..(int)len], 0);
        }

        bpf_ringbuf_discard_dynptr(ref ptr_buf, 0);
    }

    private static void probe_ringbuf_str(ProbeRead read, nuint address)
    {
        if (!is_test_process())
            return;

        Span<byte> buf = stackalloc byte[(int)BufSize];
        bpf_ringbuf_reserve_dynptr(ringbuf, BufSize, 0, out Dynptr ptr_buf);
        for (int i = 0; i < Lengths.Count; i++)
        {
            uint len = test_len[i];
            int cnt = read(ptr_buf, 0, len, address);
            if (cnt != len)
                err = 1;
            if (len > BufSize)
                continue;
            if (err == 0)
                err = bpf_dynptr_read(buf[..(int)len], ptr_buf, 0, 0);
            if (len == 0)
                continue;
            if (err != 0 || memcmp(expected_str, buf, len - 1) != 0 || buf[(int)len - 1] != 0)
                err = 1;
        }

        bpf_ringbuf_discard_dynptr(ref ptr_buf, 0);
    }

    private static void probe_xdp(XdpBuff xdp, ProbeRead read, nuint address)
    {
        if (!is_test_process())
            return;

        Span<byte> buf = stackalloc byte[(int)BufSize];
        err = bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr_xdp);
        for (int i = 0; i < Lengths.Count; i++)
        {
            uint len = test_len[i];
            if (err == 0)
                err = read(ptr_xdp, XdpOffset, len, address);
            if (len > BufSize)
                continue;
            if (err == 0)
                err = bpf_dynptr_read(buf[..(int)len], ptr_xdp, XdpOffset, 0);
            if (err != 0 || memcmp(expected_str, buf, len) != 0)
                err = 1;

            buf.Clear();
            if (err == 0)
                err = bpf_dynptr_write(ptr_xdp, XdpOffset, buf[..(int)len], 0);
        }
    }

    private static void probe_xdp_str(XdpBuff xdp, ProbeRead read, nuint address)
    {
        if (!is_test_process())
            return;

        Span<byte> buf = stackalloc byte[(int)BufSize];
        err = bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr_xdp);
        if (err != 0)
            return;

        for (int i = 0; i < Lengths.Count; i++)
        {
            uint len = test_len[i];
            int cnt = read(ptr_xdp, XdpOffset, len, address);
            if (cnt != len)
                err = 1;
            if (len > BufSize)
                continue;
            if (err == 0)
                err = bpf_dynptr_read(buf[..(int)len], ptr_xdp, XdpOffset, 0);
            if (len == 0)
                continue;
            if (err != 0 || memcmp(expected_str, buf, len - 1) != 0 || buf[(int)len - 1] != 0)
                err = 1;

            buf.Clear();
            if (err == 0)
                err = bpf_dynptr_write(ptr_xdp, XdpOffset, buf[..(int)len], 0);
        }
    }

    private static unsafe nuint expected_str_address() => (nuint)Unsafe.AsPointer(ref expected_str);

    [InlineArray(384)]
    private struct Text384
    {
        private byte _first;
    }

    [InlineArray(Count)]
    private struct Lengths
    {
        public const int Count = 7;

        private uint _first;
    }
}
