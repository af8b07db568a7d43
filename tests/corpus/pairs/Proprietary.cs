using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

[BpfObject(License = "Proprietary")]
internal static partial class Proprietary
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);

    private static ulong memory;

    [BpfProgram("tc")]
    public static int kernel_function_proprietary(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        return 0;
    }

    [BpfProgram("tc")]
    public static int size_of_a_dynptr_proprietary(SkBuff skb)
    {
        bpf_dynptr_from_mem(ref memory, 0, out var ptr);
        return (int)bpf_dynptr_size(ptr);
    }

    [BpfProgram("tc")]
    public static int print_proprietary(SkBuff skb)
    {
        bpf_printk("a packet"u8);
        return 0;
    }

    [BpfProgram("tc")]
    public static int print_by_a_method_proprietary(SkBuff skb)
    {
        print_by_a_method_proprietary__print();
        return 0;
    }

    private static void print_by_a_method_proprietary__print() => bpf_printk("a packet"u8);

    [BpfProgram("tc")]
    public static int ring_buffer_proprietary(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        bpf_dynptr_write(ptr, 0, 5u, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int bytes_of_a_packet_proprietary(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[8];
        return bpf_skb_load_bytes(skb, 0, buffer);
    }
}
