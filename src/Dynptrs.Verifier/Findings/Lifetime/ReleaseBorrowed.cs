using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Lifetime;

/// <summary>Something is released that was only lent.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What is to release it.</param>
public sealed record ReleaseBorrowed(Site Site, string Subject, string Helper) : Finding(Site, Subject);
