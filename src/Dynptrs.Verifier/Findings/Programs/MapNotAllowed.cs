using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>A map is used whose values hold something that maps of programs of this type may not.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Use">The call that is given the map.</param>
/// <param name="Content">The name of the type of what the values hold.</param>
public sealed record MapNotAllowed(Site Site, string Subject, HelperUse Use, string Content) : HelperFinding(Site, Subject, Use);
