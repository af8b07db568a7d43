using System;
using Dynptrs;

namespace Corpus;

/// <summary>A reference that a map value keeps: a field with the tag <c>__kptr</c>. <see cref="Bpf.bpf_kptr_xchg"/> puts it there and takes it out.</summary>
/// <typeparam name="T">The type of the kernel object.</typeparam>
internal struct KernelPointer<T>
    where T : class
{
    private readonly nint _object;

    /// <summary>The object, to be used and not to be released; or <see langword="null"/>.</summary>
    [KernelField]
    public readonly T? Object
    {
        [return: MayBeNull]
        get => throw new NotSupportedException();
    }
}
