using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Lifetime;

/// <summary>A reference is released that was released before.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What releases it.</param>
public sealed record ReleaseTwice(Site Site, string Subject, string Helper) : Finding(Site, Subject);
