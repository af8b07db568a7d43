using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Regions;

/// <summary>A function ends inside a region.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Region">The region.</param>
public sealed record RegionLeftOpen(Site Site, string Subject, EnteredRegion Region) : RegionFinding(Site, Subject, Region);
