using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Regions;

/// <summary>A region that does not nest is entered while it is open.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of what enters it.</param>
/// <param name="Region">The region.</param>
public sealed record RegionEnteredAgain(Site Site, string Subject, EnteredRegion Region) : RegionFinding(Site, Subject, Region);
