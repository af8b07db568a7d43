using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.OwnContracts;

/// <summary>A method returns a number outside of the range that its contract promises.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Method">The method.</param>
/// <param name="Range">What is promised, and what is returned.</param>
public sealed record RangeNotKept(Site Site, string Subject, string Method, RangeMismatch Range) : Finding(Site, Subject);
