using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Suggestions;

/// <summary>An owner stands between a program and memory of a constant size.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What gives the memory at once.</param>
public sealed record ConstantReservation(Site Site, string Subject, string Helper) : Finding(Site, Subject);
