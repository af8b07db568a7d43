using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static unsafe class Impostors
{
    private static ulong memory;
    private static Bytes64 block;

    [BpfProgram("tc")]
    public static int numbers_as_a_dynptr(SkBuff skb)
    {
        Span<ulong> numbers = stackalloc ulong[2];
        return (int)bpf_dynptr_size(Unsafe.As<ulong, Dynptr>(ref numbers[0]));
    }

    [BpfProgram("tc")]
    public static int numbers_read_as_a_dynptr(SkBuff skb)
    {
        Span<ulong> numbers = stackalloc ulong[2];
        bpf_dynptr_read(out int value, Unsafe.As<ulong, Dynptr>(ref numbers[0]), 0, 0);
        return value;
    }

#pragma warning disable CS8500 // Taking the address of what holds references is the mistake that is shown.
    [BpfProgram("tc")]
    public static int pointer_to_numbers_as_a_dynptr(SkBuff skb)
    {
        var numbers = stackalloc ulong[2];
        return (int)bpf_dynptr_size(*(Dynptr*)numbers);
    }
#pragma warning restore CS8500

    [BpfProgram("tc")]
    public static int dynptr_in_static_memory(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Unsafe.As<Bytes64, Dynptr>(ref block));
        return 0;
    }

    [BpfProgram("tc")]
    public static int dynptr_of_its_own(SkBuff skb)
    {
        bpf_dynptr_from_mem(ref memory, 0, out var ptr);
        return (int)bpf_dynptr_size(ptr);
    }

    [BpfProgram("tc")]
    public static int dynptr_by_another_name(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        ref var same = ref ptr;
        return (int)bpf_dynptr_size(same);
    }

    [BpfProgram("tc")]
    public static int default_literal(SkBuff skb) => (int)bpf_dynptr_size(/*!DYN003*/default/*!*/);

    [BpfProgram("tc")]
    public static int default_literal_after_a_call(SkBuff skb)
    {
        bpf_ktime_get_ns();
        return (int)bpf_dynptr_size(/*!DYN003*/default/*!*/);
    }

    [BpfProgram("tc")]
    public static int new_dynptr(SkBuff skb) => (int)bpf_dynptr_size(/*!DYN003*/new Dynptr()/*!*/);

    [BpfProgram("tc")]
    public static int new_dynptr_after_a_call(SkBuff skb)
    {
        bpf_ktime_get_ns();
        bpf_dynptr_read(out int value, /*!DYN003*/new Dynptr()/*!*/, 0, 0);
        return value;
    }

    [BpfProgram("tc")]
    public static int default_that_was_made_since(SkBuff skb)
    {
        Dynptr ptr = default;
        bpf_ktime_get_ns();
        bpf_dynptr_from_mem(ref memory, 0, out ptr);
        return (int)bpf_dynptr_size(ptr);
    }
}
