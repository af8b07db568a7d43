#define KEPT

using System.Diagnostics;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Calls that the compiler leaves out: in C they are not there.</summary>
internal static class ConditionalCalls
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);

    [BpfProgram("tc")]
    public static int release_that_is_left_out(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        release_that_is_left_out__release(ref ptr);
        /*!DYN001*/return 0;/*!*/
    }

    [Conditional("LEFT_OUT")]
    private static void release_that_is_left_out__release(ref Dynptr ptr) => bpf_ringbuf_discard_dynptr(ref ptr, 0);

    [BpfProgram("tc")]
    public static int release_that_is_kept(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        release_that_is_kept__release(ref ptr);
        return 0;
    }

    [Conditional("KEPT")]
    private static void release_that_is_kept__release(ref Dynptr ptr) => bpf_ringbuf_discard_dynptr(ref ptr, 0);

    [BpfProgram("tc")]
    public static int second_release_that_is_left_out(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        second_release_that_is_left_out__release(ref ptr);
        return 0;
    }

    [Conditional("LEFT_OUT")]
    private static void second_release_that_is_left_out__release(ref Dynptr ptr) => bpf_ringbuf_discard_dynptr(ref ptr, 0);

    [BpfProgram("tc")]
    public static int second_release_that_is_kept(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        second_release_that_is_kept__release(ref ptr);
        return 0;
    }

    [Conditional("KEPT")]
    private static void second_release_that_is_kept__release(ref Dynptr ptr) => bpf_ringbuf_discard_dynptr(ref /*!DYN002*/ptr/*!*/, 0);

    [BpfProgram("tc")]
    public static int arguments_of_a_call_that_is_left_out(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        arguments_of_a_call_that_is_left_out__log(arguments_of_a_call_that_is_left_out__release(ref ptr));
        /*!DYN001*/return 0;/*!*/
    }

    [Conditional("LEFT_OUT")]
    private static void arguments_of_a_call_that_is_left_out__log(int value) => bpf_printk("%d"u8, (ulong)value);

    private static int arguments_of_a_call_that_is_left_out__release(ref Dynptr ptr)
    {
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 1;
    }
}
