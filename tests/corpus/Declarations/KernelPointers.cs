using System.Runtime.InteropServices;
using System.Threading;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_kptr_xchg", Since = "5.19", Summary = "Puts a reference into a map value and takes out what was there.")]
    [return: Acquires, MayBeNull]
    public static T? bpf_kptr_xchg<T>(ref KernelPointer<T> destination, [Releases, MayBeNull] T? pointer)
        where T : class
    {
        nint handle = Interlocked.Exchange(ref destination._handle, pointer is null ? 0 : GCHandle.ToIntPtr(GCHandle.Alloc(pointer)));
        if (handle == 0)
            return null;
        var before = GCHandle.FromIntPtr(handle);
        var target = (T)before.Target!;
        before.Free();
        return target;
    }
}
