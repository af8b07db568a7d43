using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Lifetime;

/// <summary>A part of what was acquired, or something else, is given back in its place.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What is to release it.</param>
public sealed record ReleaseOfPart(Site Site, string Subject, string Helper) : Finding(Site, Subject);
