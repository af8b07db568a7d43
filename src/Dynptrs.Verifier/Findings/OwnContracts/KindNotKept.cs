using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.OwnContracts;

/// <summary>A method hands out an owner of another kind than its contract promises.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Mismatch">The kinds that do not go together.</param>
/// <param name="Method">The method.</param>
public sealed record KindNotKept(Site Site, string Subject, KindMismatch Mismatch, string Method) : KindFinding(Site, Subject, Mismatch);
