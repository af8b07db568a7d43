using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Limits;

/// <summary>A loop of a program goes round without anything changing that could end it.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Given">
/// The number that would end it and what is given its address, so that the kernel does not know it any more; or <see langword="null"/>.
/// </param>
public sealed record EndlessLoop(Site Site, string Subject, (string Counter, string Callee)? Given) : Finding(Site, Subject);
