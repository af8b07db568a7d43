using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Lifetime;

/// <summary>An owner is lent to a helper for another kind.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Mismatch">The kinds that do not go together.</param>
/// <param name="Helper">What it is lent to.</param>
public sealed record UseWrongKind(Site Site, string Subject, KindMismatch Mismatch, string Helper) : KindFinding(Site, Subject, Mismatch);
