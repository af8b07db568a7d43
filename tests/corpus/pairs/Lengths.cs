using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class Lengths
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);

    private static ulong total;

    [BpfProgram("tc")]
    public static int comm_of_length_zero(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        uint n = bpf_get_prandom_u32() & 15;
        bpf_get_current_comm(/*!DYN012*/buffer[..(int)n]/*!*/);
        total += buffer[0];
        return 0;
    }

    [BpfProgram("tc")]
    public static int load_bytes_of_length_zero(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        uint n = bpf_get_prandom_u32() & 15;
        bpf_skb_load_bytes(skb, 0, /*!DYN012*/buffer[..(int)n]/*!*/);
        total += buffer[0];
        return 0;
    }

    [BpfProgram("tc")]
    public static int store_bytes_of_length_zero(SkBuff skb)
    {
        Span<byte> a = stackalloc byte[16];
        a.Clear();
        uint n = bpf_get_prandom_u32() & 12;
        return bpf_skb_store_bytes(skb, 0, /*!DYN012*/a[..(int)n]/*!*/, 0);
    }

    [BpfProgram("tc")]
    public static int strncmp_of_length_zero(SkBuff skb)
    {
        Span<byte> a = stackalloc byte[8];
        bpf_get_current_comm(a);
        uint n = bpf_get_prandom_u32() & 7;
        return bpf_strncmp(/*!DYN012*/a[..(int)n]/*!*/, "abc"u8);
    }

    [BpfProgram("tc")]
    public static int load_bytes_of_clamped_length(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[64];
        uint n = bpf_get_prandom_u32();
        if (n > 64)
            n = 64;
        bpf_skb_load_bytes(skb, 0, /*!DYN012*/buffer[..(int)n]/*!*/);
        return buffer[0];
    }

    [BpfProgram("tc")]
    public static int load_bytes_of_length_at_least_one(SkBuff skb)
    {
        Span<byte> a = stackalloc byte[8];
        uint n = bpf_get_prandom_u32() & 7;
        if (n < 1)
            return 0;
        return bpf_skb_load_bytes(skb, bpf_get_prandom_u32(), a[..(int)n]);
    }

    [BpfProgram("tc")]
    public static int dynptr_read_of_length_zero(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Span<byte> buffer = stackalloc byte[16];
        uint n = bpf_get_prandom_u32() & 15;
        bpf_dynptr_read(buffer[..(int)n], ptr, 0, 0);
        return buffer[0];
    }

    [BpfProgram("tc")]
    public static int vprintk_of_length_zero(SkBuff skb)
    {
        Span<ulong> a = stackalloc ulong[4];
        a.Clear();
        uint n = bpf_get_prandom_u32() & 3;
        bpf_trace_vprintk("%d"u8, a[..(int)n]);
        return 0;
    }

    [BpfProgram("tc")]
    public static int csum_diff_of_length_zero(SkBuff skb)
    {
        Span<byte> a = stackalloc byte[16];
        a.Clear();
        uint n = bpf_get_prandom_u32() & 12;
        return (int)bpf_csum_diff(default, a[..(int)n], 0);
    }

    [BpfProgram("tc")]
    public static int probe_read_of_length_zero(SkBuff skb)
    {
        Span<byte> a = stackalloc byte[16];
        uint n = bpf_get_prandom_u32() & 12;
        return bpf_probe_read_kernel(a[..(int)n], 1234);
    }

    [BpfProgram("tc")]
    public static int ringbuf_output_of_length_zero(SkBuff skb)
    {
        Span<byte> a = stackalloc byte[16];
        a.Clear();
        uint n = bpf_get_prandom_u32() & 12;
        return bpf_ringbuf_output(ringbuf, a[..(int)n], 0);
    }

    [BpfProgram("tc")]
    public static int offset_and_length_in_bounds(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[64];
        uint off = bpf_get_prandom_u32() & 31;
        uint n = bpf_get_prandom_u32() & 31;
        if (n == 0)
            return 0;
        bpf_skb_load_bytes(skb, 0, buffer.Slice((int)off, (int)n));
        return buffer[0];
    }

    [BpfProgram("tc")]
    public static int offset_and_length_out_of_bounds(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[64];
        uint off = bpf_get_prandom_u32() & 63;
        uint n = bpf_get_prandom_u32() & 31;
        if (n == 0)
            return 0;
        bpf_skb_load_bytes(skb, 0, /*!DYN012*/buffer.Slice((int)off, (int)n)/*!*/);
        return buffer[0];
    }

    [BpfProgram("tc")]
    public static int offset_and_length_related(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[64];
        uint off = bpf_get_prandom_u32() & 63;
        uint n = 64 - off;
        bpf_skb_load_bytes(skb, 0, /*!DYN012*/buffer.Slice((int)off, (int)n)/*!*/);
        return buffer[0];
    }

    [BpfProgram("tc")]
    public static int data_of_length_zero(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        var slice = bpf_dynptr_data(ptr, 0, 0);
        if (slice)
            /*!DYN007*/slice[0]/*!*/ = 1;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int data_of_largest_length(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        var slice = bpf_dynptr_data(ptr, 0, ulong.MaxValue);
        if (slice)
            slice[0] = 1;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int data_of_length_over_32_bits(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        var slice = bpf_dynptr_data(ptr, 0, (1ul << 32) + 8);
        if (slice)
            slice[7] = 1;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int comm_of_length_at_least_one(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        var n = (bpf_get_prandom_u32() & 15) + 1;
        bpf_get_current_comm(buffer[..(int)n]);
        total += buffer[0];
        return 0;
    }

    [BpfProgram("tc")]
    public static int store_bytes_of_length_at_least_one(SkBuff skb)
    {
        Span<byte> a = stackalloc byte[16];
        a.Clear();
        var n = (bpf_get_prandom_u32() & 7) + 1;
        return bpf_skb_store_bytes(skb, 0, a[..(int)n], 0);
    }

    [BpfProgram("xdp")]
    public static int xdp_load_bytes_of_length_zero(XdpBuff xdp)
    {
        Span<byte> buffer = stackalloc byte[16];
        var n = bpf_get_prandom_u32() & 15;
        return bpf_xdp_load_bytes(xdp, 0, /*!DYN012*/buffer[..(int)n]/*!*/);
    }

    [BpfProgram("xdp")]
    public static int xdp_load_bytes_of_length_tested(XdpBuff xdp)
    {
        Span<byte> buffer = stackalloc byte[16];
        var n = bpf_get_prandom_u32() & 15;
        if (n == 0)
            return 0;
        return bpf_xdp_load_bytes(xdp, 0, buffer[..(int)n]);
    }

    [BpfProgram("tc")]
    public static int comm_into_nothing(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        return bpf_get_current_comm(/*!DYN012*/buffer[..0]/*!*/);
    }

    [BpfProgram("tc")]
    public static int null_for_what_is_read_into(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        return bpf_dynptr_read(/*!DYN006*/Span<byte>.Empty/*!*/, ptr, 0, 0);
    }

    [BpfProgram("tc")]
    public static int null_for_what_is_output(SkBuff skb)
    {
        return bpf_ringbuf_output(ringbuf, /*!DYN006*/default/*!*/, 0);
    }

    [BpfProgram("tc")]
    public static int nothing_of_a_buffer_is_read_into(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        return bpf_dynptr_read(buffer[..0], ptr, 0, 0);
    }

    [BpfProgram("tc")]
    public static int null_for_a_checksum(SkBuff skb)
    {
        Span<byte> a = stackalloc byte[8];
        a.Clear();
        return (int)bpf_csum_diff(default, a, 0);
    }

    [BpfProgram("tc")]
    public static int null_for_a_bounce_buffer(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        var slice = bpf_dynptr_slice(ptr, 0, default, 8);
        return slice ? slice[0] : 0;
    }

    [BpfProgram("tc")]
    public static int buffer_smaller_than_the_header(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice<TcpHdr>(ptr, 34, buffer);
        return slice ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int buffer_smaller_than_the_writable_header(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice_rdwr<TcpHdr>(ptr, 34, buffer);
        return slice ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int buffer_of_the_header(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[20];
        var slice = bpf_dynptr_slice<TcpHdr>(ptr, 34, buffer);
        return slice ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int buffer_of_the_writable_header(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[20];
        var slice = bpf_dynptr_slice_rdwr<TcpHdr>(ptr, 34, buffer);
        return slice ? 1 : 0;
    }
}
