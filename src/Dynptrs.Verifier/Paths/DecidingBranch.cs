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
    /// <summary>
    /// How many instructions are followed for all findings together: each branch that is tried asks for a verification without it.
    /// </summary>
    private int _stepsLeft = 20_000;

    /// <summary>The findings, with what decides them.</summary>
    public ImmutableArray<Finding> AddTo(ImmutableArray<Finding> findings)
    {
        var result = findings.ToBuilder();
        for (var i = 0; i < result.Count; i++)
        {
            var finding = result[i];
            if (finding.Has(FindingTraits.OfBranch) || finding.Has(FindingTraits.OfBranchAround))
                finding = Decide(finding);
            result[i] = finding with { Passed = [], Block = null };
        }

        return result.ToImmutable();
    }

    private Finding Decide(Finding finding)
    {
        for (var i = finding.Trace.Length - 1; i >= 0; i--)
        {
            if (finding.Trace[i].IsBranch && Decides(finding.Trace[i], finding))
                return finding with { Branch = finding.Trace[i] };
        }

        // What was decided where a function was called comes second: it is further away.
        foreach (var passed in finding.Passed)
        {
            if (Decides(passed.Branch, finding))
                return finding with { Branch = passed.Branch, Trace = passed.AddTo(finding.Trace) };
        }

        return finding;
    }

    private bool Decides(TraceStep branch, Finding finding)
    {
        if (_stepsLeft <= 0)
            return false;
        var limited = options with { Avoided = branch, MaxSteps = _stepsLeft };
        var without = new Explorer(limited, refused: null, Precision.Joined, cancellationToken);
        var isComplete = without.Explore(entry);
        _stepsLeft -= without.Steps;
        if (!isComplete || (finding.Has(FindingTraits.OfBranchAround) && !without.HasFollowed(finding.Block)))
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
