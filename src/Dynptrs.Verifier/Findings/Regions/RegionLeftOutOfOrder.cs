using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Regions;

/// <summary>A region is left before one that was entered after it.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of what is left.</param>
/// <param name="Region">The region that must be left before.</param>
/// <param name="By">The name of what leaves it.</param>
public sealed record RegionLeftOutOfOrder(Site Site, string Subject, EnteredRegion Region, string By) : RegionFinding(Site, Subject, Region);
