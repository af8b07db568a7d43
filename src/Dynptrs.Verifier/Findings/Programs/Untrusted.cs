using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>An object that is not trusted is given to what asks for a trusted one.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Use">The call.</param>
/// <param name="Callee">What asks for a trusted object.</param>
/// <param name="IsRead">Whether the object was read out of another, not given by a traced function.</param>
public sealed record Untrusted(Site Site, string Subject, HelperUse Use, string Callee, bool IsRead) : HelperFinding(Site, Subject, Use);
