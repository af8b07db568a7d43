using Dynptrs;

namespace Rules;

[BpfHelpers]
internal static partial class Bpf;

internal struct Sample
{
    public int Pid;

    public int Seq;
}

internal static class Maps
{
    public static readonly RingBuf Events = new(maxEntries: 4096);

    public static readonly UserRingBuf Samples = new(maxEntries: 4096);
}
