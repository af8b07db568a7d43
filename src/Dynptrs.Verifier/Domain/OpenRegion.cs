using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>A region that was entered and not left yet.</summary>
/// <param name="id">Its identity, for the steps that concern it.</param>
/// <param name="contract">What its declaration says.</param>
/// <param name="place">What it was entered through.</param>
/// <param name="entered">Where.</param>
/// <param name="by">The name of what entered it; empty where the callers have.</param>
/// <param name="subject">The name of what it was entered through, or empty.</param>
/// <param name="depth">The depth of the frame that entered it; 0 where the callers have.</param>
internal sealed class OpenRegion(int id, RegionContract contract, RegionPlace place, Site entered, string by, string subject, int depth)
{
    private OpenRegion(OpenRegion other)
        : this(other.Id, other.Contract, other.Place, other.Entered, other.By, other.Subject, other.Depth)
    {
        IsMany = other.IsMany;
        IsReported = other.IsReported;
        IsEnteredAgain = other.IsEnteredAgain;
        IsOfHelper = other.IsOfHelper;
        LeftOpenBy = other.LeftOpenBy;
        RefusedCalls = other.RefusedCalls;
    }

    public int Id { get; } = id;

    public RegionContract Contract { get; } = contract;

    public RegionPlace Place { get; } = place;

    public Site Entered { get; } = entered;

    public string By { get; } = by;

    public string Subject { get; } = subject;

    public int Depth { get; } = depth;

    /// <summary>
    /// Whether it stands for any number of regions that were entered there: it is never the last that is left.
    /// </summary>
    public bool IsMany { get; private init; }

    /// <summary>Whether nothing more is to be said of it.</summary>
    public bool IsReported { get; private init; }

    /// <summary>Whether a helper has entered it, so that the kernel knows of it.</summary>
    public bool IsOfHelper { get; init; }

    /// <summary>
    /// Whether a later round of a loop has entered it again, which it does not allow: what is left open is said where the loop ends; where
    /// it is left as often, this is.
    /// </summary>
    public bool IsEnteredAgain { get; private init; }

    /// <summary>
    /// The run of a callback that has left it open, and where; <see langword="null"/> where none has. Another may leave it, so that it is
    /// refused at the end, and yet that is where a person looks for it.
    /// </summary>
    public (Frame Frame, Site Site)? LeftOpenBy { get; private init; }

    /// <summary>The calls in it that are refused.</summary>
    public ImmutableArray<Site> RefusedCalls { get; private init; } = ImmutableArray<Site>.Empty;

    public OpenRegion AsMany() => new(this) { IsMany = true };

    public OpenRegion AsReported() => new(this) { IsReported = true };

    public OpenRegion AsEnteredAgain() => new(this) { IsEnteredAgain = true };

    public OpenRegion AsLeftOpenBy(Frame frame, Site site) => new(this) { LeftOpenBy = (frame, site) };

    public OpenRegion WithRefused(Site call) =>
        RefusedCalls.Contains(call) ? this : new(this) { RefusedCalls = RefusedCalls.Add(call) };
}
