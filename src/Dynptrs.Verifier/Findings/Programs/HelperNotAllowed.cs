using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>A helper is called that programs of this type may not call.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Use">The call.</param>
public sealed record HelperNotAllowed(Site Site, string Subject, HelperUse Use) : HelperFinding(Site, Subject, Use);
