using Dynptrs;

namespace Rules.DYN054;

internal static partial class Pool
{
    [BpfHelper("pool_count")]
    public static partial int Count([InRange(1, 9)] int size);

    private static int CountCore(int size) => (int)size;
}
