using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class Stack
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);

    private static ulong total;

    private struct Big
    {
        public Values values;
    }

    [InlineArray(38)]
    private struct Values
    {
        private ulong _first;
    }

    [BpfProgram("tc")]
    public static int two_frames_of_300(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[300];
        buffer.Clear();
        bpf_get_current_comm(buffer[..16]);
        bpf_ringbuf_output(ringbuf, buffer, 0);
        /*!DYN033*/two_frames_of_300__inner()/*!*/;
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
        Span<byte> buffer = /*!DYN033*/stackalloc byte[600]/*!*/;
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
        /*!DYN033*/two_frames_that_are_rounded_up_over_the_limit__inner()/*!*/;
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
        bpf_loop(2, /*!DYN033*/callback_of_300_under_a_frame_of_300__callback/*!*/, 0);
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
        /*!DYN033*/chain_of_five_frames_of_120__level4()/*!*/;
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

    [BpfProgram("kprobe/do_nanosleep")]
    public static int two_frames_of_300_in_kprobe(TracepointContext ctx)
    {
        Span<byte> buffer = stackalloc byte[300];
        buffer.Clear();
        bpf_get_current_comm(buffer[..16]);
        bpf_ringbuf_output(ringbuf, buffer, 0);
        two_frames_of_300_in_kprobe__inner();
        return 0;
    }

    private static void two_frames_of_300_in_kprobe__inner()
    {
        Span<byte> buffer = stackalloc byte[300];
        buffer.Clear();
        bpf_get_current_comm(buffer[..16]);
        bpf_ringbuf_output(ringbuf, buffer, 0);
    }

    [BpfProgram("lsm/file_open")]
    public static int two_frames_of_300_in_lsm(TracepointContext ctx)
    {
        Span<byte> buffer = stackalloc byte[300];
        buffer.Clear();
        bpf_get_current_comm(buffer[..16]);
        bpf_ringbuf_output(ringbuf, buffer, 0);
        /*!DYN033*/two_frames_of_300_in_lsm__inner()/*!*/;
        return 0;
    }

    private static void two_frames_of_300_in_lsm__inner()
    {
        Span<byte> buffer = stackalloc byte[300];
        buffer.Clear();
        bpf_get_current_comm(buffer[..16]);
        bpf_ringbuf_output(ringbuf, buffer, 0);
    }

    [BpfProgram("tc")]
    public static int frame_in_between(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[272];
        buffer.Clear();
        bpf_get_current_comm(buffer[..16]);
        bpf_ringbuf_output(ringbuf, buffer, 0);
        frame_in_between__middle();
        return buffer[3];
    }

    private static void frame_in_between__middle()
    {
        total++;
        frame_in_between__inner();
        total++;
    }

    private static void frame_in_between__inner()
    {
        Span<byte> buffer = stackalloc byte[240];
        buffer.Clear();
        bpf_get_current_comm(buffer[..16]);
        bpf_ringbuf_output(ringbuf, buffer, 0);
    }

    [BpfProgram("tc")]
    public static int buffers_in_branches(SkBuff skb)
    {
        if (skb.Length > 100)
        {
            Span<byte> first = stackalloc byte[300];
            first.Clear();
            bpf_get_current_comm(first[..16]);
            bpf_ringbuf_output(ringbuf, first, 0);
            total += first[3];
        }
        else
        {
            Span<byte> second = stackalloc byte[300];
            second.Clear();
            bpf_get_current_comm(second[..16]);
            bpf_ringbuf_output(ringbuf, second, 0);
            total += second[4];
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int buffers_in_blocks(SkBuff skb)
    {
        {
            Span<byte> first = stackalloc byte[300];
            first.Clear();
            bpf_get_current_comm(first[..16]);
            bpf_ringbuf_output(ringbuf, first, 0);
            total += first[3];
        }

        {
            Span<byte> second = stackalloc byte[300];
            second.Clear();
            bpf_get_current_comm(second[..16]);
            bpf_ringbuf_output(ringbuf, second, 0);
            total += second[4];
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int buffers_one_after_the_other(SkBuff skb)
    {
        Span<byte> first = /*!DYN033*/stackalloc byte[300]/*!*/;
        first.Clear();
        bpf_get_current_comm(first[..16]);
        bpf_ringbuf_output(ringbuf, first, 0);
        total += first[3];
        Span<byte> second = stackalloc byte[300];
        second.Clear();
        bpf_get_current_comm(second[..16]);
        bpf_ringbuf_output(ringbuf, second, 0);
        total += second[4];
        return 0;
    }

    [BpfProgram("tc")]
    public static int buffer_of_constant_indexes(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[600];
        buffer[1] = (byte)skb.Length;
        buffer[599] = 2;
        return buffer[1] + buffer[599];
    }

    [BpfProgram("tc")]
    public static int struct_by_reference(SkBuff skb)
    {
        var big = default(Big);
        struct_by_reference__fill(ref big);
        /*!DYN033*/struct_by_reference__inner()/*!*/;
        return (int)big.values[37];
    }

    private static void struct_by_reference__inner()
    {
        var big = default(Big);
        struct_by_reference__fill(ref big);
        total += big.values[37];
    }

    private static void struct_by_reference__fill(ref Big big)
    {
        big.values[0] = bpf_ktime_get_ns();
        big.values[37] = 1;
    }

    [BpfProgram("tc")]
    public static int struct_in_registers(SkBuff skb)
    {
        var big = default(Big);
        big.values[0] = (ulong)skb.Length;
        big.values[37] = 1;
        struct_in_registers__inner();
        return (int)(big.values[37] + big.values[0]);
    }

    private static void struct_in_registers__inner()
    {
        Span<byte> buffer = stackalloc byte[300];
        buffer.Clear();
        bpf_get_current_comm(buffer[..16]);
        bpf_ringbuf_output(ringbuf, buffer, 0);
    }
}
