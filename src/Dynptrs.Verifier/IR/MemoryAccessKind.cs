namespace Dynptrs.Verifier.IR;

/// <summary>How what lies behind a pointer is read and written.</summary>
public enum MemoryAccessKind
{
    /// <summary>At once: the pointer is as aligned as its type says.</summary>
    Aligned,

    /// <summary>Byte by byte, wherever it lies.</summary>
    Unaligned,

    /// <summary>At once and undisturbed by others.</summary>
    Atomic,
}
