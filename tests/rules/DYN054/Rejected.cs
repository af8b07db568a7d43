using Dynptrs;

namespace Rules.DYN054;

internal static partial class Pool
{
    [BpfHelper("pool_count")]
    public static partial int Count([InRange(9, 1)] int size); // expect DYN054

    private static int CountCore(int size) => (int)size;
}
