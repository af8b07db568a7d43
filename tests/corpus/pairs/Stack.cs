using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class Stack
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);

    [BpfProgram("tc")]
    public static int two_frames_of_300(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[300];
        buffer.Clear();
        bpf_get_current_comm(buffer[..16]);
        bpf_ringbuf_output(ringbuf, buffer, 0);
        two_frames_of_300__inner();
        return buffer[3];
    }

    private static void two_frames_of_300__inner()
    {
        Span<byte> buffer = stackalloc byte[300];
        buffer.Clear();
        bpf_get_current_comm(buffer[..16]);
        bpf_ringbuf_output(ringbuf, buffer, 0);
    }

    [BpfProgram("tc")]
    public static int frame_of_600(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[600];
        bpf_get_current_comm(buffer[..16]);
        bpf_ringbuf_output(ringbuf, buffer, 0);
        return 0;
    }
}
