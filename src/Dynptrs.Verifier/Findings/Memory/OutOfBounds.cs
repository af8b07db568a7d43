using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>An access lies, or may lie, outside of the memory.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Access">The access.</param>
public sealed record OutOfBounds(Site Site, string Subject, MemoryAccess Access) : AccessFinding(Site, Subject, Access);
