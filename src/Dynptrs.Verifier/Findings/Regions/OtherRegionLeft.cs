using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Regions;

/// <summary>The region of another lock is left than that which is open.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the lock whose region is left.</param>
/// <param name="Region">The region that is open.</param>
/// <param name="By">The name of what leaves it.</param>
public sealed record OtherRegionLeft(Site Site, string Subject, EnteredRegion Region, string By) : RegionFinding(Site, Subject, Region);
