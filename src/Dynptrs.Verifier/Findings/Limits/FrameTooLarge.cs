using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Limits;

/// <summary>A function takes more stack than there is.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about: what takes most of it.</param>
/// <param name="Frame">The frame.</param>
/// <param name="Limit">How many bytes there are.</param>
public sealed record FrameTooLarge(Site Site, string Subject, StackUse Frame, int Limit) : Finding(Site, Subject);
