using Dynptrs;

namespace Rules.DYN053;

internal static partial class Pool
{
    [BpfHelper("pool_count")]
    public static partial int Count(int size);

    private static int CountCore(int size) => (int)size;
}
