using System;
using System.Collections.Immutable;
using System.Threading;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.States;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Paths;

/// <summary>
/// Finds the branch that decides a mistake: the last one on the path but for which it is not made. A branch whose other way leads to the
/// same is no reason for it.
/// </summary>
internal sealed class DecidingBranch(Function entry, VerifierOptions options, CancellationToken cancellationToken)
{
    /// <summary>How many branches are tried, of all findings together: each asks for a verification without it.</summary>
    private const int MaxTries = 16;

    private readonly VerifierOptions _options = options with { MaxSteps = Math.Min(options.MaxSteps, 20_000) };
    private int _tries;

    /// <summary>The findings, with what decides them.</summary>
    public ImmutableArray<Finding> AddTo(ImmutableArray<Finding> findings)
    {
        var result = findings.ToBuilder();
        for (var i = 0; i < result.Count; i++)
        {
            if (result[i].Has(FindingTraits.OfBranch))
                result[i] = result[i] with { Branch = Find(result[i]) };
        }

        return result.ToImmutable();
    }

    private TraceStep? Find(Finding finding)
    {
        for (var i = finding.Trace.Length - 1; i >= 0 && _tries < MaxTries; i--)
        {
            if (finding.Trace[i].IsBranch && Decides(finding.Trace[i], finding))
                return finding.Trace[i];
        }

        return null;
    }

    private bool Decides(TraceStep branch, Finding finding)
    {
        _tries++;
        var without = new Explorer(_options with { Avoided = branch }, refused: null, Precision.Joined, cancellationToken);
        if (!without.Explore(entry))
            return false;
        foreach (var other in without.Reporter.Findings)
        {
            if (other.GetType() == finding.GetType() && IsSame(other.Identity, finding.Identity))
                return false;
        }

        return true;
    }

    /// <summary>A reference may be lost at one place or another; it is the same that is lost.</summary>
    private static bool IsSame((Site Site, Site Acquired) left, (Site Site, Site Acquired) right) =>
        left.Acquired == right.Acquired && (left.Acquired.Source is not null || left.Site == right.Site);
}
