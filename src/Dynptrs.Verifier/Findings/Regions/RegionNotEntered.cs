using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Regions;

/// <summary>A region is left that is not open.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of what leaves it.</param>
/// <param name="Region">The region.</param>
public sealed record RegionNotEntered(Site Site, string Subject, RegionContract Region) : Finding(Site, Subject);
