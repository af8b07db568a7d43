using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>A region that is open.</summary>
/// <param name="By">The name of what entered it; empty where the callers have, as the contract of the method says.</param>
/// <param name="Subject">The name of the lock that it was entered through, or empty.</param>
/// <param name="Entered">Where.</param>
/// <param name="Region">What its declaration says.</param>
public sealed record EnteredRegion(string By, string Subject, Site Entered, RegionContract Region);
