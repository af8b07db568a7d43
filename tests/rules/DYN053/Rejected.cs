using Dynptrs;

namespace Rules.DYN053;

internal static partial class Pool
{
    [BpfHelper("pool_count")] // expect DYN053
    public static partial int Count(int size);

    private static int CountCore(long size) => (int)size;
}
