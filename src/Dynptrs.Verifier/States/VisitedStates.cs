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
    private const int MissesPerHitInRounds = 256;
    private const int CostOfComparison = 8;

    private readonly StateComparer _comparer = new(precision);
    private readonly List<int> _decided = [];
    private readonly List<PointStates?[]> _blocks = [];
    private readonly Dictionary<(Frame, Resumption), PointStates> _resumptions = [];

    /// <summary>How many states were compared.</summary>
    public int Comparisons { get; private set; }

    /// <summary>What comparing states has cost where loops are proved.</summary>
    public long CostInLoops { get; private set; }

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
    /// <returns>What became of it, and the state of the point that stands for it now.</returns>
    public (Arrival Arrival, PointState Item) Arrive(PointStates point, State state, PointState? origin)
    {
        if (precision != Precision.Loops)
        {
            if (Meet(point, point.States, state, origin) is { } met)
                return met;
            var added = new PointState(point, state, origin);
            point.States.Add(added);
            return (Arrival.New, added);
        }

        foreach (var alike in point.Decided.FindFor(state))
        {
            if (Meet(point, alike, state, origin) is { } met)
                return met;
        }

        var item = new PointState(point, state, origin);
        StateComparer.FindDecided(state, _decided);
        point.Decided.Add(item, _decided);
        return (Arrival.New, item);
    }

    /// <summary>Compares a state with those that are there, until one stands for it.</summary>
    private (Arrival Arrival, PointState Item)? Meet(PointStates point, List<PointState> states, State state, PointState? origin)
    {
        for (var i = states.Count - 1; i >= 0; i--)
        {
            var visited = states[i];
            if (precision != Precision.Loops)
                Comparisons++;
            else
                CountWay(visited, origin);
            var comparison = _comparer.Compare(visited.State, state);
            if (MustGoOn(point, visited, origin))
            {
                if (IsLoop(point) && comparison != StateComparison.Different && IsRepeated(visited, state, origin!))
                    return (Arrival.Repeated, visited);
            }
            else if (comparison == StateComparison.Covered)
            {
                visited.Hits++;
                return (Arrival.Covered, visited);
            }
            else if (comparison == StateComparison.Joinable)
            {
                return Join(states, i, state, origin);
            }

            Miss(states, i, precision == Precision.Loops ? MissesPerHitInLoops : MissesPerHit, precision != Precision.Joined);
        }

        return null;
    }

    /// <summary>Lets a state arrive at the head of a loop that an iterator ends, where loops are proved.</summary>
    /// <returns>What became of it, and the state of the point that stands for it now.</returns>
    /// <remarks>
    /// Follows <c>process_iter_next_call</c>: the loop is proved once a round begins with nothing that another did not begin with, be that
    /// at its end or not. Where it is, numbers that nothing was decided by do not count.
    /// </remarks>
    public (Arrival Arrival, PointState Item) ArriveInRound(PointStates point, State state, PointState? origin)
    {
        PointState? before = null;
        for (var i = point.States.Count - 1; i >= 0; i--)
        {
            var visited = point.States[i];
            CountWay(visited, origin);
            var comparison = _comparer.DifferAsOthers(visited.State, state)
                ? StateComparison.Different
                : _comparer.Compare(visited.State, state);
            var isCovered = comparison == StateComparison.Covered || (comparison == StateComparison.Joinable && visited.IsClosed);
            if (isCovered && (origin?.GoesRoundFrom(visited) != true || StateComparer.Counts(visited.State, state)))
            {
                visited.Hits++;
                return (Arrival.Covered, visited);
            }

            if (before is null && origin is not null && origin.ComesFrom(visited))
                before = visited;
            Miss(point.States, i, MissesPerHitInRounds, mayForget: visited != before);
        }

        // A compiler takes the first round out of the loop, and lets the others be one.
        StateComparer.BeginRound(before is { IsFirstRound: false } ? before.State : null, state);
        var added = new PointState(point, state, origin) { IsRound = true, IsFirstRound = before is null };
        point.States.Add(added);
        return (Arrival.New, added);
    }

    /// <summary>Whether a point is the head of a loop of program code, which must be proved to end.</summary>
    public static bool IsLoop(PointStates point) => point.IsLoopHead && !point.Resumption.IsCallback && point.Frame.IsStrict;

    /// <summary>
    /// Whether a state must be followed although one that was there may stand for it: where loops are proved, that one is not at its end
    /// yet. A path that ends because it comes back to what it began with has proved nothing. The runs of a callback are proved by their
    /// number, as long as they are those of one call: not where a loop has come back to it.
    /// </summary>
    private bool MustGoOn(PointStates point, PointState visited, PointState? origin) =>
        precision == Precision.Loops
        && point.Frame.IsStrict
        && !visited.IsClosed
        && !(point.Resumption.IsCallback && origin is not null && origin.IsRunOf(visited));

    /// <summary>Whether a round of a loop ends as it began, in all that decides when the loop ends.</summary>
    private bool IsRepeated(PointState visited, State state, PointState origin) =>
        origin.ComesFrom(visited) && _comparer.Compare(state, visited.State) != StateComparison.Different;

    private (Arrival Arrival, PointState Item) Join(List<PointState> states, int index, State state, PointState? origin)
    {
        var visited = states[index];
        visited.Hits++;
        var joined = _comparer.Join(visited.State, state, precision == Precision.Loops ? Widening.All : visited.Point.Widening);
        if (precision != Precision.Loops)
        {
            visited.State = joined;
            return (Arrival.Joined, visited);
        }

        // What is followed now comes from where this path comes from.
        var added = new PointState(visited.Point, joined, origin) { Hits = visited.Hits };
        states[index] = added;
        return (Arrival.New, added);
    }

    /// <summary>Counts a comparison, and the way back to the visited state.</summary>
    private void CountWay(PointState visited, PointState? origin) => CostInLoops += CostOfComparison + (origin?.DistanceTo(visited) ?? 0);

    /// <summary>
    /// Counts that a state does not stand for another. One that covers no other only costs time, as each round of a loop that counts does.
    /// The kernel forgets it, too.
    /// </summary>
    private static void Miss(List<PointState> states, int index, int missesPerHit, bool mayForget)
    {
        var visited = states[index];
        visited.Misses++;
        if (!mayForget || visited.IsPending || visited.Misses <= missesPerHit * (visited.Hits + 1))
            return;
        states.RemoveAt(index);
        visited.Forget();
    }
}
