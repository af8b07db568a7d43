using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Lifetime;

/// <summary>A function is left with an exception of something that it calls while a reference is held.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Reference">The reference.</param>
/// <param name="Thrower">What throws, or empty where it has no name.</param>
public sealed record LeakWhenThrown(Site Site, string Subject, HeldReference Reference, string Thrower)
    : ReferenceFinding(Site, Subject, Reference)
{
    /// <summary>It is told once, for what throws first.</summary>
    internal override (Site Site, Site Acquired) Identity => (default, Reference.Acquired);
}
