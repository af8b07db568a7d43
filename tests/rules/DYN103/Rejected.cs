using System;
using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN103;

internal static class Programs
{
    private static long s_total;

    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[8];
        bpf_dynptr_from_mem(ref s_total, 0, out Dynptr total);
        ReadOnlySlice<long> value = bpf_dynptr_slice<long>(total, 0, buffer); // expect DYN103
        return value ? (int)value.Value : 0;
    }
}
