using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>A buffer is shorter than the length that is passed with it.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Access">The access.</param>
public sealed record BufferTooSmall(Site Site, string Subject, MemoryAccess Access) : AccessFinding(Site, Subject, Access);
