using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Memory;

/// <summary>An access to the stack, or an atomic operation, does not lie at a multiple of its alignment.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Access">The access.</param>
public sealed record Misaligned(Site Site, string Subject, MisalignedAccess Access) : Finding(Site, Subject);
