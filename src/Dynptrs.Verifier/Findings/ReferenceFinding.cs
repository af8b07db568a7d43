using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>A finding about a reference.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Reference">The reference.</param>
public abstract record ReferenceFinding(Site Site, string Subject, HeldReference Reference) : Finding(Site, Subject)
{
    internal override (Site Site, Site Acquired) Identity => (Site, Reference.Acquired);
}
