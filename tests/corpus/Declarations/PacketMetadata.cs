using System;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_dynptr_from_skb_meta", Since = "6.18", ProgramTypes = ["SCHED_CLS", "SCHED_ACT"], Summary = "Makes a dynptr over the metadata in front of a packet.")]
    public static int bpf_dynptr_from_skb_meta([Trusted] SkBuff skb, ulong flags, [Initializes("skb_meta")] out Dynptr ptr) =>
        throw new NotSupportedException();
}
