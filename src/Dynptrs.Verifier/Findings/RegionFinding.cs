using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>A finding about a region that is open.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Region">The region.</param>
public abstract record RegionFinding(Site Site, string Subject, EnteredRegion Region) : Finding(Site, Subject)
{
    internal override (Site Site, Site Acquired) Identity => (Site, Region.Entered);
}
