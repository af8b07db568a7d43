namespace Dynptrs.Verifier.Findings;

/// <summary>An access to memory that is not aligned.</summary>
/// <param name="MinOffset">The lowest offset, in bytes from the start of the memory.</param>
/// <param name="MaxOffset">The greatest offset.</param>
/// <param name="Alignment">What the offset must be a multiple of.</param>
/// <param name="IsAtomic">Whether it is an atomic operation.</param>
public sealed record MisalignedAccess(long MinOffset, long MaxOffset, int Alignment, bool IsAtomic);
