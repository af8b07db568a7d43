using System;
using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN033;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        Span<byte> name = stackalloc byte[300];
        name.Clear();
        bpf_ringbuf_output(Maps.Events, name, 0);
        Send(); // expect DYN033
        return 0;
    }

    private static void Send()
    {
        Span<byte> message = stackalloc byte[300];
        message.Clear();
        bpf_ringbuf_output(Maps.Events, message, 0);
    }
}
