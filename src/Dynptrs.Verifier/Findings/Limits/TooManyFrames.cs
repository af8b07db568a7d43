using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Limits;

/// <summary>The call stack is deeper than the kernel allows.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Limit">How many frames the kernel allows.</param>
public sealed record TooManyFrames(Site Site, string Subject, int Limit) : Finding(Site, Subject);
