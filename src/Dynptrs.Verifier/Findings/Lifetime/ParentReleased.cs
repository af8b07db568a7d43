using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Lifetime;

/// <summary>Something is released while a child of it is held: the reference is the child's.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Reference">The reference.</param>
public sealed record ParentReleased(Site Site, string Subject, HeldReference Reference) : ReferenceFinding(Site, Subject, Reference);
