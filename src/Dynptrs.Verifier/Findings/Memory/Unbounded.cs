using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>An access may lie anywhere: its offset has no bound, or the size of the memory is not known.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Access">The access.</param>
public sealed record Unbounded(Site Site, string Subject, MemoryAccess Access) : AccessFinding(Site, Subject, Access);
