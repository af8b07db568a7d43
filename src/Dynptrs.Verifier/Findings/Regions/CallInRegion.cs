using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Regions;

/// <summary>A call is made inside a region that does not allow it.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of what is called.</param>
/// <param name="Region">The region.</param>
/// <param name="IsFollowed">Whether it is followed from the region where it has no contract.</param>
public sealed record CallInRegion(Site Site, string Subject, EnteredRegion Region, bool IsFollowed) : RegionFinding(Site, Subject, Region);
