using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.OwnContracts;

/// <summary>A method hands out a slice of another owner than its contract says.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Owner">The parameter whose owner it is a slice of.</param>
public sealed record SliceNotKept(Site Site, string Subject, string Owner) : Finding(Site, Subject);
