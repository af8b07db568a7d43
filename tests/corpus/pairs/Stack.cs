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

    [BpfProgram("tc")]
    public static int two_frames_of_200(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[200];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        two_frames_of_200__inner();
        return buffer[3];
    }

    private static void two_frames_of_200__inner()
    {
        Span<byte> buffer = stackalloc byte[200];
        buffer.Clear();
        bpf_get_current_comm(buffer);
    }

    [BpfProgram("tc")]
    public static int two_frames_of_256(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[256];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        two_frames_of_256__inner();
        return buffer[3];
    }

    private static void two_frames_of_256__inner()
    {
        Span<byte> buffer = stackalloc byte[256];
        buffer.Clear();
        bpf_get_current_comm(buffer);
    }

    [BpfProgram("tc")]
    public static int two_frames_that_are_rounded_up_over_the_limit(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[248];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        two_frames_that_are_rounded_up_over_the_limit__inner();
        return buffer[3];
    }

    private static void two_frames_that_are_rounded_up_over_the_limit__inner()
    {
        Span<byte> buffer = stackalloc byte[264];
        buffer.Clear();
        bpf_get_current_comm(buffer);
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int two_frames_of_300_on_private_stacks(TracepointContext ctx)
    {
        Span<byte> buffer = stackalloc byte[300];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        two_frames_of_300_on_private_stacks__inner();
        return buffer[3];
    }

    private static void two_frames_of_300_on_private_stacks__inner()
    {
        Span<byte> buffer = stackalloc byte[300];
        buffer.Clear();
        bpf_get_current_comm(buffer);
    }

    [BpfProgram("tc")]
    public static int callback_of_300_under_a_frame_of_300(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[300];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        bpf_loop(2, callback_of_300_under_a_frame_of_300__callback, 0);
        return buffer[3];
    }

    private static int callback_of_300_under_a_frame_of_300__callback(uint i)
    {
        Span<byte> buffer = stackalloc byte[300];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        return 0;
    }

    [BpfProgram("tc")]
    public static int callback_of_200_under_a_frame_of_200(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[200];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        bpf_loop(2, callback_of_200_under_a_frame_of_200__callback, 0);
        return buffer[3];
    }

    private static int callback_of_200_under_a_frame_of_200__callback(uint i)
    {
        Span<byte> buffer = stackalloc byte[200];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        return 0;
    }

    [BpfProgram("tc")]
    public static int frame_of_504(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[504];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        return buffer[3];
    }

    [BpfProgram("tc")]
    public static int chain_of_five_frames_of_120(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[120];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        chain_of_five_frames_of_120__level1();
        return buffer[3];
    }

    private static void chain_of_five_frames_of_120__level1()
    {
        Span<byte> buffer = stackalloc byte[120];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        chain_of_five_frames_of_120__level2();
    }

    private static void chain_of_five_frames_of_120__level2()
    {
        Span<byte> buffer = stackalloc byte[120];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        chain_of_five_frames_of_120__level3();
    }

    private static void chain_of_five_frames_of_120__level3()
    {
        Span<byte> buffer = stackalloc byte[120];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        chain_of_five_frames_of_120__level4();
    }

    private static void chain_of_five_frames_of_120__level4()
    {
        Span<byte> buffer = stackalloc byte[120];
        buffer.Clear();
        bpf_get_current_comm(buffer);
    }

    [BpfProgram("tc")]
    public static int chain_of_four_frames_of_120(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[120];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        chain_of_four_frames_of_120__level1();
        return buffer[3];
    }

    private static void chain_of_four_frames_of_120__level1()
    {
        Span<byte> buffer = stackalloc byte[120];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        chain_of_four_frames_of_120__level2();
    }

    private static void chain_of_four_frames_of_120__level2()
    {
        Span<byte> buffer = stackalloc byte[120];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        chain_of_four_frames_of_120__level3();
    }

    private static void chain_of_four_frames_of_120__level3()
    {
        Span<byte> buffer = stackalloc byte[120];
        buffer.Clear();
        bpf_get_current_comm(buffer);
    }
}
