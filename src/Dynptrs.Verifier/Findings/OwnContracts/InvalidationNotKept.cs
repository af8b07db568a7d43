using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.OwnContracts;

/// <summary>A method makes slices invalid, which its contract does not say.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="By">What makes them invalid.</param>
public sealed record InvalidationNotKept(Site Site, string Subject, string By) : Finding(Site, Subject);
