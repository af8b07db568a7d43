using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Limits;

/// <summary>A loop of a program goes round more often than is followed.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
public sealed record LoopTooLong(Site Site, string Subject) : Finding(Site, Subject);
