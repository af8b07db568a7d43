using System;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_kptr_xchg", Since = "5.19", Summary = "Puts a reference into a map value and takes out what was there.")]
    [return: Acquires, MayBeNull]
    public static T? bpf_kptr_xchg<T>(ref KernelPointer<T> destination, [Releases, MayBeNull] T? pointer)
        where T : class =>
        throw new NotSupportedException();
}
