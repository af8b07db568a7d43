using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>A finding about where an access to memory lies.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
/// <param name="Access">The access.</param>
public abstract record AccessFinding(Site Site, string Subject, MemoryAccess Access) : Finding(Site, Subject)
{
    /// <summary>
    /// Whether it was found where ways that meet were taken together, and these are too many to be followed one by one: the numbers of none
    /// of them are known.
    /// </summary>
    public bool IsOfTooManyWays { get; init; }

    /// <summary>The variables of the function in which the access stands whose addresses it gives away, where it is program code.</summary>
    public ImmutableArray<GivenAddress> Given { get; init; } = ImmutableArray<GivenAddress>.Empty;

    /// <summary>Whether another finding is of the same kind and place.</summary>
    public bool IsOfSamePlace(Finding other) => other.GetType() == GetType() && other.Site == Site;

    /// <inheritdoc/>
    public override bool IsCertain => Access.IsCertain;
}
