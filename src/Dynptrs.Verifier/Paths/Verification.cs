using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Limits;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Paths.Loops;
using Dynptrs.Verifier.States;
using Dynptrs.Verifier.Transfer;

namespace Dynptrs.Verifier.Paths;

/// <summary>The verification of one function and of what it calls: quickly first, exactly where that refuses, and its loops last.</summary>
/// <remarks>
/// States that reach the same point are kept apart while they differ in what is owned, held, null or dead. In numbers they are joined,
/// which is quick and refuses too much at worst; only where that refuses something are the paths followed again, exactly, with the numbers
/// that decide branches kept apart as the kernel keeps them.
/// </remarks>
internal sealed class Verification
{
    private readonly VerifierOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly Function _entry;
    private readonly Explorer _result;

    private Verification(Function entry, VerifierOptions options, CancellationToken cancellationToken)
    {
        (_entry, _options, _cancellationToken) = (entry, options, cancellationToken);
        var quick = new Explorer(options, refused: null, Precision.Joined, cancellationToken);
        quick.Explore(entry);
        (_result, Bodies) = quick.Reporter.HasFindings ? Refute(quick) : (quick, quick.Bodies);
        if (!_result.Reporter.HasFindings)
            ProveLoops(quick);
        Findings = new DecidingBranch(entry, options, cancellationToken).AddTo(_result.Reporter.Findings);
    }

    /// <summary>What is wrong.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>What is accepted and may still not be what was meant.</summary>
    public ImmutableArray<Finding> Suggestions => _result.Suggestions.All;

    /// <summary>The bodies of methods with a contract that were reached.</summary>
    public ReachedBodies Bodies { get; }

    /// <summary>Verifies a function on its own.</summary>
    public static Verification Run(Function entry, VerifierOptions options, CancellationToken cancellationToken) =>
        new(entry, options, cancellationToken);

    /// <summary>Joined numbers may have hidden that a path does not exist. What is not proved within the bounds stays refused.</summary>
    private (Explorer Result, ReachedBodies Bodies) Refute(Explorer quick)
    {
        var exact = new Explorer(_options, quick.Reporter, Precision.Exact, _cancellationToken);
        if (!exact.Explore(_entry))
        {
            quick.Reporter.NoteUnproved(exact.Reporter);
            return (quick, quick.Bodies);
        }

        if (!exact.Reporter.Confirms(quick.Reporter))
            return (exact, exact.Bodies);
        // Where all was found again, not all paths were followed.
        exact.Reporter.NoteLeft(quick.Reporter);
        return (exact, quick.Bodies);
    }

    /// <summary>Proves that the loops of program code end, where all else is proved already.</summary>
    private void ProveLoops(Explorer quick)
    {
        if (AreCounted(quick, out var branching))
        {
            if (branching is not null)
            {
                var finding = new LoopBranchesTooOften(
                    Explorer.SiteOfLoop(branching), branching.Frame.Function.Name, _options.MaxPendingBranches);
                _result.ReportLoop(branching.States[0].State, branching, finding);
            }

            return;
        }

        // Round by round, to their ends. What does not decide when a loop ends is joined, so that rounds cost what they cost, not paths.
        var rounds = new Explorer(_options, refused: null, Precision.Loops, _cancellationToken);
        rounds.Explore(_entry);
        foreach (var finding in rounds.Reporter.Findings)
        {
            if (finding.Has(FindingTraits.OfLoop))
                _result.Reporter.Add(finding);
        }
    }

    /// <summary>Whether the loops evidently end within the bounds, as nearly all do.</summary>
    /// <param name="quick">The states that all rounds have in common.</param>
    /// <param name="branching">The loop that evidently branches more often than is allowed, if one does.</param>
    private bool AreCounted(Explorer quick, out PointStates? branching)
    {
        branching = null;
        var loops = new List<(CountedLoop Loop, long Rounds)>();
        foreach (var head in quick.LoopHeads)
        {
            var loop = new CountedLoop(head, _options.Program);
            if (loop.GetRounds(quick.Places, quick.Instructions) is not { } rounds)
                return false;
            loops.Add((loop, rounds));
        }

        var costs = new LoopCosts(loops);
        if (costs.Steps > _options.MaxCountedSteps)
            return false;
        branching = costs.FindBranching(_options.MaxPendingBranches);
        return true;
    }
}
