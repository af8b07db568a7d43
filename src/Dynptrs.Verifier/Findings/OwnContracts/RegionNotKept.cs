using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.OwnContracts;

/// <summary>A method does not do to a region what its contract promises.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the method.</param>
/// <param name="Use">What it promises.</param>
public sealed record RegionNotKept(Site Site, string Subject, RegionUse Use) : Finding(Site, Subject);
