using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Limits;

/// <summary>A loop of a program goes round without anything changing that could end it.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
public sealed record EndlessLoop(Site Site, string Subject) : Finding(Site, Subject);
