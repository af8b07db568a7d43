using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;
using static Dynptrs.XdpAction;
using static Dynptrs.Errno;

namespace Corpus;

/// <summary>Filling a dynptr with a byte.</summary>
internal static partial class DynptrSuccess
{
    private const byte MemsetValue = 42;

    private static Text18 memset_zero_data = Global<Text18>("data to be zeroed"u8);

    private static Text23 memset_notzero_data = Global<Text23>("data to be overwritten"u8);

    private static Text28 memset_zero_offset_data = Global<Text28>("data to be zeroed partially"u8);

    private static Text28 memset_zero_adjusted_data = Global<Text28>("data to be zeroed partially"u8);

    private static Text21 memset_overflow_data = Global<Text21>("memset overflow data"u8);

    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_memset_zero(TracepointContext ctx)
    {
        const uint data_sz = 18;
        Span<byte> zeroes = stackalloc byte[32];

        err = bpf_dynptr_from_mem(ref memset_zero_data, 0, out Dynptr ptr);
        if (err == 0)
            err = bpf_dynptr_memset(ptr, 0, data_sz, 0);
        if (err == 0)
            err = memcmp(zeroes, memset_zero_data, data_sz);
        return 0;
    }

    // A dynptr is made over a map value or a global, not over the stack.
    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_memset_zero__broken(TracepointContext ctx)
    {
        const uint data_sz = 18;
        Text18 data = default;

        err = bpf_dynptr_from_mem(ref /*!DYN011*/data/*!*/, 0, out Dynptr ptr);
        if (err == 0)
            err = bpf_dynptr_memset(ptr, 0, data_sz, 0);
        return 0;
    }

    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_memset_notzero(TracepointContext ctx)
    {
        const uint data_sz = 23;
        Span<byte> expected = stackalloc byte[32];
        expected[..(int)data_sz].Fill(MemsetValue);

        err = bpf_dynptr_from_mem(ref memset_notzero_data, 0, out Dynptr ptr);
        if (err == 0)
            err = bpf_dynptr_memset(ptr, 0, data_sz, MemsetValue);
        if (err == 0)
            err = memcmp(expected, memset_notzero_data, data_sz);
        return 0;
    }

    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_memset_zero_offset(TracepointContext ctx)
    {
        const uint data_sz = 28;
        ReadOnlySpan<byte> expected = "data to \0\0\0\0eroed partially\0"u8;

        err = bpf_dynptr_from_mem(ref memset_zero_offset_data, 0, out Dynptr ptr);
        if (err == 0)
            err = bpf_dynptr_memset(ptr, 8, 4, 0);
        if (err == 0)
            err = memcmp(expected, memset_zero_offset_data, data_sz);
        return 0;
    }

    // One byte more than there is.
    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_memset_zero_offset__broken(TracepointContext ctx)
    {
        const uint data_sz = 28;

        err = bpf_dynptr_from_mem(ref memset_zero_offset_data, 0, out Dynptr ptr);
        if (err == 0)
            err = bpf_dynptr_memset(ptr, 8, 4, 0);
        if (err != 0)
            return 0;

        ReadOnlySpan<byte> data = memset_zero_offset_data;
        for (int i = 0; i <= data_sz; i++)
        {
            if (/*!DYN007*/data[i]/*!*/ == 0)
                err = 1;
        }

        return 0;
    }

    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_memset_zero_adjusted(TracepointContext ctx)
    {
        const uint data_sz = 28;
        ReadOnlySpan<byte> expected = "data\0\0\0\0be zeroed partially\0"u8;

        err = bpf_dynptr_from_mem(ref memset_zero_adjusted_data, 0, out Dynptr ptr);
        if (err == 0)
            err = bpf_dynptr_adjust(ref ptr, 4, 8);
        if (err == 0)
            err = bpf_dynptr_memset(ptr, 0, bpf_dynptr_size(ptr), 0);
        if (err == 0)
            err = memcmp(expected, memset_zero_adjusted_data, data_sz);
        return 0;
    }

    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_memset_overflow(TracepointContext ctx)
    {
        const uint data_sz = 21;

        err = bpf_dynptr_from_mem(ref memset_overflow_data, 0, out Dynptr ptr);
        int ret = bpf_dynptr_memset(ptr, 0, data_sz + 1, 0);
        if (ret != -E2BIG)
            err = 1;
        return 0;
    }

    [BpfProgram("?tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_memset_overflow_offset(TracepointContext ctx)
    {
        const uint data_sz = 21;

        err = bpf_dynptr_from_mem(ref memset_overflow_data, 0, out Dynptr ptr);
        int ret = bpf_dynptr_memset(ptr, 1, data_sz, 0);
        if (ret != -E2BIG)
            err = 1;
        return 0;
    }

    [BpfProgram("?cgroup_skb/egress")]
    public static int test_dynptr_memset_readonly(SkBuff skb)
    {
        err = bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        int ret = bpf_dynptr_memset(ptr, 0, bpf_dynptr_size(ptr), 0);
        if (ret != -EINVAL)
            err = 1;
        return 0;
    }

    [BpfProgram("xdp")]
    public static int test_dynptr_memset_xdp_chunks(XdpBuff xdp)
    {
        const uint max_chunks = 200;
        Span<byte> expected_buf = stackalloc byte[32];
        expected_buf.Fill(MemsetValue);
        Span<byte> buf = stackalloc byte[32];

        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr_xdp);
        ulong data_sz = bpf_dynptr_size(ptr_xdp);

        err = bpf_dynptr_memset(ptr_xdp, 0, data_sz, MemsetValue);
        if (err != 0)
        {
            // The kernel refuses offsets in a packet that need more than 16 bits.
            if (data_sz >= 65536)
                err = 0;
            goto done;
        }

        for (uint i = 0; i < max_chunks; i++)
        {
            ulong offset = i * 32;
            if (offset >= data_sz)
                goto done;

            ulong chunk = Math.Min(32, data_sz - offset);
            err = bpf_dynptr_read(buf[..(int)chunk], ptr_xdp, offset, 0);
            if (err != 0)
                goto done;
            err = memcmp(buf, expected_buf, 32);
            if (err != 0)
                goto done;
        }

    done:
        return XDP_DROP;
    }

    [BpfProgram("xdp")]
    public static int test_dynptr_memset_xdp_chunks__broken(XdpBuff xdp)
    {
        const uint max_chunks = 200;
        Span<byte> buf = stackalloc byte[32];

        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr_xdp);
        ulong data_sz = bpf_dynptr_size(ptr_xdp);

        for (uint i = 0; i < max_chunks; i++)
        {
            ulong offset = i * 32;
            if (offset >= data_sz)
                goto done;

            ulong chunk = data_sz - offset;
            err = bpf_dynptr_read(/*!DYN008*/buf[..(int)chunk]/*!*/, ptr_xdp, offset, 0);
            if (err != 0)
                goto done;
        }

    done:
        return XDP_DROP;
    }

    [InlineArray(18)]
    private struct Text18
    {
        private byte _first;
    }

    [InlineArray(21)]
    private struct Text21
    {
        private byte _first;
    }

    [InlineArray(23)]
    private struct Text23
    {
        private byte _first;
    }

    [InlineArray(28)]
    private struct Text28
    {
        private byte _first;
    }
}
