using System.Collections.Immutable;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Findings;

/// <summary>Something that the verifier refuses, or a suggestion. Each kind is a record of its own, with what only it knows.</summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the variable or expression that it is about.</param>
public abstract record Finding(Site Site, string Subject)
{
    /// <summary>The steps that led here, oldest first.</summary>
    public ImmutableArray<TraceStep> Trace { get; init; } = ImmutableArray<TraceStep>.Empty;

    /// <summary>The last branch on the path but for which it does not happen; <see langword="null"/> where none decides.</summary>
    public TraceStep? Branch { get; init; }

    /// <summary>The branches in functions that had returned by then, latest first, until it is known whether one of them decides.</summary>
    internal ImmutableArray<PassedBranch> Passed { get; init; } = ImmutableArray<PassedBranch>.Empty;

    /// <summary>The block in which a path came upon it.</summary>
    internal Block? Block { get; init; }

    /// <summary>
    /// To what the variables are set for which it happens, of those that are set before the program is loaded; without those of which it
    /// does not depend.
    /// </summary>
    public ImmutableArray<LoadedNumber> Loaded { get; init; } = ImmutableArray<LoadedNumber>.Empty;

    /// <summary>The variables that are set before the program is loaded and that it reads, where the verdict hangs on them.</summary>
    public ImmutableArray<GlobalVariable> LoadTimeConstants { get; init; } = ImmutableArray<GlobalVariable>.Empty;

    /// <summary>
    /// The function in which <see cref="Site"/> lies when it is not the one that was verified, and the call in the verified
    /// function that leads there.
    /// </summary>
    public CallSite? Call { get; init; }

    /// <summary>The references that are held where the finding is: what an early exit there would have to release.</summary>
    public ImmutableArray<HeldReference> Held { get; init; } = ImmutableArray<HeldReference>.Empty;

    /// <summary>What holds for all findings of this kind.</summary>
    public FindingTraits Traits => FindingTable.TraitsOf(GetType());

    /// <summary>Whether it happens whenever a path gets there, not only perhaps.</summary>
    public virtual bool IsCertain => true;

    /// <summary>Whether only program code is held to it: a function that it calls is not, where it is verified on its own.</summary>
    public bool IsOnlyOfPrograms => Has(FindingTraits.OnlyOfPrograms) || (!IsCertain && Has(FindingTraits.OnlyOfProgramsUnlessCertain));

    /// <summary>What two findings of one kind share that are the same mistake.</summary>
    internal virtual (Site Site, Site Acquired) Identity => (Site, default);

    /// <summary>Whether all of some traits hold for findings of this kind.</summary>
    /// <param name="traits">The traits.</param>
    public bool Has(FindingTraits traits) => (Traits & traits) == traits;
}
