namespace Dynptrs;

/// <summary>The type of memory behind a dynptr, the kernel's <c>enum bpf_dynptr_type</c>.</summary>
/// <remarks>
/// Up to <see cref="RingBuf"/> the memory lies in one piece, and the dynptr points to it; from <see cref="Skb"/> on it is reached through
/// <see cref="IndirectMemory"/>.
/// </remarks>
internal enum DynptrKind : byte
{
    None,
    Local,
    RingBuf,
    Skb,
    Xdp,
    SkbMetadata,
    File,
}
