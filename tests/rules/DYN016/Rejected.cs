using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN016;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        Span<byte> record = stackalloc byte[16];
        record.Clear();
        Unsafe.As<byte, ulong>(ref record[4]) = 1; // expect DYN016
        bpf_ringbuf_output(Maps.Events, record, 0);
        return 0;
    }
}
