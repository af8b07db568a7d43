using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class ConstantStrings
{
    [BpfProgram("tc")]
    public static int strncmp_with_a_buffer(SkBuff skb)
    {
        Span<byte> a = stackalloc byte[8];
        Span<byte> buffer = stackalloc byte[8];
        bpf_get_current_comm(a);
        bpf_get_current_comm(buffer);
        return bpf_strncmp(a, buffer);
    }
}
