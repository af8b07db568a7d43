using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Suggestions;

/// <summary>A number is given with which a call can only fail.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Helper">What is called.</param>
/// <param name="Range">What it takes, and what it is given.</param>
/// <param name="OwnerKind">The kind of owner for which that holds, or <see langword="null"/> for all.</param>
public sealed record NumberOnlyFails(Site Site, string Subject, string Helper, RangeMismatch Range, string? OwnerKind)
    : Finding(Site, Subject);
