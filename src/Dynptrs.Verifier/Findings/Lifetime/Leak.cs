using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Lifetime;

/// <summary>A function is left while a reference is held.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Reference">The reference.</param>
public sealed record Leak(Site Site, string Subject, HeldReference Reference) : ReferenceFinding(Site, Subject, Reference);
