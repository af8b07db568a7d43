using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>A finding about two kinds that do not go together.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Mismatch">The kinds.</param>
public abstract record KindFinding(Site Site, string Subject, KindMismatch Mismatch) : Finding(Site, Subject);
