using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>A size that must be a constant is none on this path.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Access">The access.</param>
public sealed record SizeNotConstant(Site Site, string Subject, MemoryAccess Access) : AccessFinding(Site, Subject, Access);
