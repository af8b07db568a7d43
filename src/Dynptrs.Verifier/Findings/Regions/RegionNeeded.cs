using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Regions;

/// <summary>A call is made outside of the region that it needs.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of what is called.</param>
/// <param name="Region">The region.</param>
public sealed record RegionNeeded(Site Site, string Subject, RegionContract Region) : Finding(Site, Subject);
