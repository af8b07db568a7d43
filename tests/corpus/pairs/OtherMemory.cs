using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static unsafe class OtherMemory
{
    private struct TwoNumbers
    {
        public ulong a;
        public ulong b;
    }

    private static TwoNumbers memory;

    private static ulong total;

    [BpfProgram("tc")]
    public static int variable_as_dynptr(SkBuff skb)
    {
        TwoNumbers v = default;
        total = bpf_dynptr_size(/*!DYN010*/Unsafe.As<TwoNumbers, Dynptr>(ref v)/*!*/);
        return 0;
    }

    [BpfProgram("tc")]
    public static int pointer_as_dynptr(SkBuff skb)
    {
        TwoNumbers v = default;
        bpf_dynptr_write(/*!DYN010*/*(Dynptr*)&v/*!*/, 0, 5u, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int dynptr_in_static_memory(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out /*!DYN010*/Unsafe.As<TwoNumbers, Dynptr>(ref memory)/*!*/);
        return 0;
    }

    [BpfProgram("tc")]
    public static int dynptr_in_a_variable(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        total = bpf_dynptr_size(ptr);
        return 0;
    }

    [BpfProgram("tc")]
    public static int default_as_dynptr(SkBuff skb)
    {
        total = bpf_ktime_get_ns();
        total = bpf_dynptr_size(/*!DYN003*/default/*!*/);
        return 0;
    }

    [BpfProgram("tc")]
    public static int new_dynptr_as_dynptr(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        total = bpf_dynptr_size(ptr);
        total = bpf_dynptr_size(/*!DYN003*/new Dynptr()/*!*/);
        return 0;
    }
}
