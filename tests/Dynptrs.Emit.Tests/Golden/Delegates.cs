using System;
using Dynptrs;
using static Golden.Delegates.Bpf;

namespace Golden.Delegates;

[BpfHelpers]
internal static partial class Bpf;

internal delegate int Reader(ref Dynptr ptr, ref ulong value);

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    public static ulong Value;

    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out var ptr) != 0)
            return 0;
        return Read(ref ptr, First) + Read(ref ptr, Second);
    }

    private static int Read(ref Dynptr ptr, Reader reader)
    {
        ulong value = 0;
        var error = reader(ref ptr, ref value);
        Value += value;
        return error;
    }

    private static int First(ref Dynptr ptr, ref ulong value) => bpf_dynptr_read(out value, ptr, 0, 0);

    private static int Second(ref Dynptr ptr, ref ulong value) => bpf_dynptr_read(out value, ptr, 8, 0);
}
