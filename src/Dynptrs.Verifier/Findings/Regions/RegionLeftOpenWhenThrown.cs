using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Regions;

/// <summary>A function is left with an exception of something that it calls inside a region.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Region">The region.</param>
/// <param name="Thrower">What throws, or empty where it has no name.</param>
public sealed record RegionLeftOpenWhenThrown(Site Site, string Subject, EnteredRegion Region, string Thrower)
    : RegionFinding(Site, Subject, Region)
{
    /// <summary>It is told once, for what throws first.</summary>
    internal override (Site Site, Site Acquired) Identity => (default, Region.Entered);
}
