using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>A finding about where an access to memory lies.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Access">The access.</param>
public abstract record AccessFinding(Site Site, string Subject, MemoryAccess Access) : Finding(Site, Subject)
{
    /// <inheritdoc/>
    public override bool IsCertain => Access.IsCertain;
}
