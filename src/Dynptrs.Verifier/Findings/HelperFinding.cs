using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>A finding about what a helper asks of the program that calls it.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Use">The call.</param>
public abstract record HelperFinding(Site Site, string Subject, HelperUse Use) : Finding(Site, Subject);
