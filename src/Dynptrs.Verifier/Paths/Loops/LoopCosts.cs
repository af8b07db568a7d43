using System;
using System.Collections.Generic;
using Dynptrs.Verifier.States;

namespace Dynptrs.Verifier.Paths.Loops;

/// <summary>What the loops of a program take in all, where their rounds are known: the limits are those of the whole program.</summary>
/// <remarks>Of loops inside of one another, and of functions that they call, what goes round most often counts.</remarks>
internal sealed class LoopCosts
{
    private readonly List<List<(CountedLoop Loop, double Rounds)>> _nests = [];

    /// <summary>Adds up the rounds.</summary>
    /// <param name="loops">The loops, each with the rounds that it makes at most whenever it is reached.</param>
    public LoopCosts(List<(CountedLoop Loop, long Rounds)> loops)
    {
        foreach (var (outermost, _) in loops)
        {
            if (loops.Exists(other => other.Loop != outermost && other.Loop.Contains(outermost)))
                continue;
            var (nest, most) = (new List<(CountedLoop, double)>(), 0.0);
            foreach (var (inner, _) in loops)
            {
                if (!outermost.Contains(inner))
                    continue;
                var (all, sure) = (1.0, 1.0);
                foreach (var (outer, rounds) in loops)
                {
                    if (!outer.Contains(inner))
                        continue;
                    all *= rounds;
                    sure *= outer.AreRoundsExact ? rounds : 1;
                }

                most = Math.Max(most, all * inner.InstructionCount);
                nest.Add((inner, sure));
            }

            Steps += most;
            _nests.Add(nest);
        }
    }

    /// <summary>How many instructions all rounds have.</summary>
    public double Steps { get; }

    /// <summary>The loop that evidently branches most often, where all of them do so more often than is allowed.</summary>
    public PointStates? FindBranching(int limit)
    {
        // A round has no more branches than instructions, which are quickly counted.
        if (Sum(static loop => loop.InstructionCount, out _) <= limit)
            return null;
        return Sum(static loop => loop.FreshBranchCount, out var branching) > limit ? branching : null;
    }

    private double Sum(Func<CountedLoop, long> count, out PointStates? largest)
    {
        var (sum, most) = (0.0, 0.0);
        largest = null;
        foreach (var nest in _nests)
        {
            var ofNest = 0.0;
            foreach (var (loop, rounds) in nest)
            {
                var ofLoop = rounds * count(loop);
                ofNest = Math.Max(ofNest, ofLoop);
                if (ofLoop > most)
                    (most, largest) = (ofLoop, loop.Head);
            }

            sum += ofNest;
        }

        return sum;
    }
}
