using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Lifetime;

/// <summary>Something is released by a helper for another kind.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Mismatch">The kinds that do not go together.</param>
/// <param name="Helper">What is to release it.</param>
public sealed record ReleaseWrongKind(Site Site, string Subject, KindMismatch Mismatch, string Helper)
    : KindFinding(Site, Subject, Mismatch);
