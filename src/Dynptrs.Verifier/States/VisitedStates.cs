using System.Collections.Generic;
using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.States;

/// <summary>The states that reached each point, and what becomes of one more that gets there.</summary>
/// <remarks>Follows <c>is_state_visited</c>.</remarks>
/// <param name="precision">Which numbers keep states apart.</param>
internal sealed class VisitedStates(Precision precision)
{
    private const int MissesPerHit = 64;
    private const int MissesPerHitInLoops = 8;

    private readonly StateComparer _comparer = new(precision);
    private readonly List<PointStates?[]> _blocks = [];
    private readonly Dictionary<(Frame, Resumption), PointStates> _resumptions = [];

    /// <summary>How many states were compared.</summary>
    public int Comparisons { get; private set; }

    /// <summary>The beginning of a block of a frame.</summary>
    public PointStates AtBlock(Frame frame, int block)
    {
        while (_blocks.Count <= frame.Index)
            _blocks.Add(null!);
        var blocks = _blocks[frame.Index] ??= new PointStates?[frame.Function.Blocks.Length];
        return blocks[block] ??= new PointStates(frame, new Resumption(block, Index: 0, IsCallback: false), frame.Facts.GetOrder(block));
    }

    /// <summary>The middle of a block of a frame: a call that runs a callback, or what comes after one that was followed.</summary>
    public PointStates AtResumption(Frame frame, Resumption resumption)
    {
        if (!_resumptions.TryGetValue((frame, resumption), out var point))
        {
            point = new PointStates(frame, resumption, frame.Facts.GetOrder(resumption.Block));
            _resumptions.Add((frame, resumption), point);
        }

        return point;
    }

    /// <summary>Lets a state arrive at a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="state">The state.</param>
    /// <param name="origin">The state that was followed to there, or <see langword="null"/> at the entry.</param>
    /// <returns>
    /// What became of it, and the state of the point that stands for it now. It is <see cref="Arrival.Repeated"/> where a round of a loop ends as it
    /// began: only where loops are proved, and only at the head of a loop of program code.
    /// </returns>
    public (Arrival Arrival, PointState Item) Arrive(PointStates point, State state, PointState? origin)
    {
        var isLoop = IsLoop(point);
        for (var i = point.States.Count - 1; i >= 0; i--)
        {
            var visited = point.States[i];
            if (precision != Precision.Loops)
                Comparisons++;
            switch (_comparer.Compare(visited.State, state))
            {
                case StateComparison.Covered when precision == Precision.Loops && point.Frame.IsStrict && origin!.ComesFrom(visited):
                    // A state that equals one that it comes from will never leave its loop, and one that only is covered by it goes on. Inside of a
                    // round the path would end before it comes back to where endless loops show.
                    var isSame = _comparer.Compare(state, visited.State) == StateComparison.Covered;
                    if (isLoop && isSame)
                        return (Arrival.Repeated, visited);
                    if (isLoop || isSame)
                        break;
                    visited.Hits++;
                    return (Arrival.Covered, visited);
                case StateComparison.Covered:
                    visited.Hits++;
                    return (Arrival.Covered, visited);
                case StateComparison.Joinable:
                    visited.Hits++;
                    visited.State = _comparer.Join(visited.State, state, widen: point.IsLoopHead);
                    return (Arrival.Joined, visited);
            }

            // A state that covers no other only costs time, as each round of a loop that counts does. The kernel forgets it, too.
            visited.Misses++;
            if (precision != Precision.Joined && !visited.IsPending && visited.Misses > MaxMisses(visited))
                point.States.RemoveAt(i);
        }

        var added = new PointState(point, state, origin);
        point.States.Add(added);
        return (Arrival.New, added);
    }

    /// <summary>Whether a point is the head of a loop of program code, which must be proved to end.</summary>
    public static bool IsLoop(PointStates point) => point.IsLoopHead && !point.Resumption.IsCallback && point.Frame.IsStrict;

    private int MaxMisses(PointState visited) =>
        (precision == Precision.Loops ? MissesPerHitInLoops : MissesPerHit) * (visited.Hits + 1);
}
