using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Programs;

/// <summary>A callback returns a number that its caller does not take.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Caller">What runs the callback.</param>
/// <param name="Range">What it takes, and what it is given.</param>
public sealed record CallbackResult(Site Site, string Subject, string Caller, RangeMismatch Range) : Finding(Site, Subject);
