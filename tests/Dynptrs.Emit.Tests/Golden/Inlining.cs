using System.Runtime.CompilerServices;
using Dynptrs;
using static Golden.Inlining.Bpf;

namespace Golden.Inlining;

[BpfHelpers]
internal static partial class Bpf;

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb) => Inlined(skb.Length) + Called(skb.Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Inlined(int number) => number * number;

    private static int Called(int number) => number * number;
}
