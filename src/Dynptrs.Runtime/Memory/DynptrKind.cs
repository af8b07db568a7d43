namespace Dynptrs;

/// <summary>The type of memory behind a dynptr, the kernel's <c>enum bpf_dynptr_type</c>.</summary>
internal enum DynptrKind : byte
{
    None,
    Local,
    RingBuf,
    Skb,
}
