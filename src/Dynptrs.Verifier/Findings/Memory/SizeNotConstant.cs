using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>A size that must be a constant is none on this path.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Access">The access.</param>
/// <param name="DynptrForm">The helper that takes any size and answers a dynptr, or <see langword="null"/>.</param>
public sealed record SizeNotConstant(Site Site, string Subject, MemoryAccess Access, string? DynptrForm)
    : AccessFinding(Site, Subject, Access);
