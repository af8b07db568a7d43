using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Members of what a call returned, and of spans.</summary>
internal static class Values
{
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    [BpfProgram("tc")]
    public static int field_of_a_header_that_was_read(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[20];
        var slice = bpf_dynptr_slice(ptr, 14, buffer, 20);
        return slice ? MemoryMarshal.Read<IpHdr>(slice.Span).TimeToLive : 0;
    }

    [BpfProgram("tc")]
    public static int field_of_a_header_that_was_read_of_too_little(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[10];
        var slice = bpf_dynptr_slice(ptr, 14, buffer, 10);
        return slice ? MemoryMarshal.Read<IpHdr>(/*!DYN007*/slice.Span/*!*/).TimeToLive : 0;
    }

    [BpfProgram("tc")]
    public static int field_of_a_header_that_was_read_too_late(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[20];
        var slice = bpf_dynptr_slice(ptr, 14, buffer, 20);
        bpf_skb_pull_data(skb, 0);
        return slice ? MemoryMarshal.Read<IpHdr>(/*!DYN005*/slice/*!*/.Span).TimeToLive : 0;
    }

    [BpfProgram("tc")]
    public static int field_of_a_header_that_a_method_returned(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        return field_of_a_header_that_a_method_returned__read(ptr).TimeToLive;
    }

    private static IpHdr field_of_a_header_that_a_method_returned__read(in Dynptr ptr)
    {
        bpf_dynptr_read(out IpHdr header, ptr, 14, 0);
        return header;
    }

    [BpfProgram("xdp")]
    public static int length_of_an_xdp_packet(XdpBuff xdp) => xdp.Length > 60 ? 2 : 1;

    [BpfProgram("xdp")]
    public static int length_of_an_xdp_packet_as_an_index(XdpBuff xdp)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 2;
        /*!DYN007*/value.Value[xdp.Length]/*!*/ = 1;
        return 2;
    }

    [BpfProgram("xdp")]
    public static int length_of_an_xdp_packet_as_a_masked_index(XdpBuff xdp)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 2;
        value.Value[xdp.Length & 63] = 1;
        return 2;
    }

    [BpfProgram("tc")]
    public static int spans_compared(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, 8);
        return slice && slice.Span == buffer ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int spans_that_overlap(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        return slice.Span.Overlaps(buffer) ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int beginning_of_a_span(SkBuff skb)
    {
        Span<byte> name = stackalloc byte[16];
        bpf_get_current_comm(name);
        return name.StartsWith("ssh"u8) ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int beginning_of_a_span_that_is_gone(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        var bytes = slice.Span;
        bpf_skb_pull_data(skb, 0);
        return /*!DYN005*/bytes/*!*/.StartsWith("ssh"u8) ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int position_in_a_span(SkBuff skb)
    {
        Span<byte> name = stackalloc byte[16];
        bpf_get_current_comm(name);
        return name.IndexOf((byte)0);
    }

    [BpfProgram("tc")]
    public static int position_in_a_span_as_an_index(SkBuff skb)
    {
        Span<byte> name = stackalloc byte[16];
        bpf_get_current_comm(name);
        var at = name.IndexOf((byte)0);
        return at >= 0 ? name[at] : 0;
    }

    [BpfProgram("tc")]
    public static int position_in_a_span_that_may_be_none_as_an_index(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        Span<byte> bytes = value.Value;
        var at = bytes.IndexOf((byte)0);
        return /*!DYN007*/bytes[at]/*!*/;
    }
}
