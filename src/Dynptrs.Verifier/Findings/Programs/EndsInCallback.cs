using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>A callback calls what ends the program.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of what is called.</param>
/// <param name="Use">The call.</param>
public sealed record EndsInCallback(Site Site, string Subject, HelperUse Use) : HelperFinding(Site, Subject, Use);
