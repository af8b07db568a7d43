using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Regions;

/// <summary>A region is entered through a lock at a place that a number decides, so that nothing tells which lock is left.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the lock.</param>
/// <param name="By">The name of what enters it.</param>
public sealed record LockNotConstant(Site Site, string Subject, string By) : Finding(Site, Subject);
