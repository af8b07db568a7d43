using System.Runtime.InteropServices;
using Dynptrs;

namespace Corpus;

/// <summary>
/// A reference that a map value keeps: a field with the tag <c>__kptr</c>. <see cref="Bpf.bpf_kptr_xchg"/> puts it there and takes it out.
/// </summary>
/// <typeparam name="T">The type of the kernel object.</typeparam>
internal struct KernelPointer<T>
    where T : class
{
    /// <summary>A handle of the object: a map value holds no reference of .NET.</summary>
    internal nint _handle;

    /// <summary>The object, to be used and not to be released; or <see langword="null"/>.</summary>
    [KernelField]
    public readonly T? Object
    {
        [return: MayBeNull]
        get => _handle == 0 ? null : (T?)GCHandle.FromIntPtr(_handle).Target;
    }
}
