using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Limits;

/// <summary>The rounds of a loop of a program branch on what they read more often, together, than the kernel keeps in mind.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Limit">How many such branches the kernel keeps in mind.</param>
public sealed record LoopBranchesTooOften(Site Site, string Subject, int Limit) : Finding(Site, Subject);
