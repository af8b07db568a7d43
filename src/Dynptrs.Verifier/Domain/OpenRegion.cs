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

    public OpenRegion AsMany() => Copy(isMany: true, IsReported, IsEnteredAgain);

    public OpenRegion AsReported() => Copy(IsMany, isReported: true, IsEnteredAgain);

    public OpenRegion AsEnteredAgain() => Copy(IsMany, IsReported, isEnteredAgain: true);

    private OpenRegion Copy(bool isMany, bool isReported, bool isEnteredAgain) =>
        new(Id, Contract, Place, Entered, By, Subject, Depth)
        {
            IsMany = isMany,
            IsReported = isReported,
            IsEnteredAgain = isEnteredAgain,
            IsOfHelper = IsOfHelper,
        };
}
