namespace Dynptrs.Verifier.Findings;

/// <summary>An access to memory as far as a path knows it: what a finding about bounds is based on.</summary>
/// <param name="First">The lowest offset at which it may begin, in bytes from the start of the memory.</param>
/// <param name="Last">The highest offset at which it may begin, in bytes from the start of the memory.</param>
/// <param name="Size">How many bytes are reached from there, at most.</param>
/// <param name="Limit">The size of the memory in bytes, or -1 where it is not known.</param>
/// <param name="IsWrite">Whether it is written.</param>
/// <param name="IsCertain">Whether it lies outside for certain, not only perhaps.</param>
public sealed record MemoryAccess(long First, long Last, long Size, long Limit, bool IsWrite, bool IsCertain)
{
    /// <summary>
    /// How many bytes there are, at least, from where the pointer points to the end of what may be reached; -1 where that is not known.
    /// </summary>
    public long Room { get; init; } = -1;
}
