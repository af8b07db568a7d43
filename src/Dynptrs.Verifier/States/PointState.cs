using System;
using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.States;

/// <summary>A state that reached a point, perhaps joined from several that differ in numbers only.</summary>
/// <param name="point">The point.</param>
/// <param name="state">The state.</param>
/// <param name="origin">The state that was followed to here, or <see langword="null"/> at the entry.</param>
internal sealed class PointState(PointStates point, State state, PointState? origin)
{
    private readonly PointState? _origin = origin;
    private readonly int _depth = origin is null ? 0 : origin._depth + 1;
    private State? _state = state;
    private int _open;

    public PointStates Point { get; } = point;

    /// <summary>The state, until it is forgotten.</summary>
    public State State
    {
        get => _state ?? throw new InvalidOperationException("The state was forgotten.");
        set => _state = value;
    }

    /// <summary>How often a state that came here was covered by this one.</summary>
    public int Hits { get; set; }

    /// <summary>How often one was not.</summary>
    public int Misses { get; set; }

    public bool IsPending { get; set; }

    /// <summary>Whether it begins a round of a loop that an iterator ends, where loops are proved.</summary>
    public bool IsRound { get; init; }

    /// <summary>Whether it begins the first round of a loop that an iterator ends.</summary>
    public bool IsFirstRound { get; init; }

    /// <summary>Whether all that was followed from it has come to its end.</summary>
    public bool IsClosed => _open == 0;

    /// <summary>Lets the state go, since no other is compared with it any more: what was followed from it is kept, as a chain.</summary>
    public void Forget() => _state = null;

    /// <summary>Counts one more reason to be open: the state is to be followed.</summary>
    public void Open()
    {
        var item = this;
        while (item is not null && item._open++ == 0)
            item = item._origin;
    }

    /// <summary>Takes the reason back: the state was followed. It stays open while one that was followed from it is.</summary>
    public void Close()
    {
        var item = this;
        while (item is not null && --item._open == 0)
            item = item._origin;
    }

    /// <summary>How many states lie between another and this one, where the other was followed to it.</summary>
    public int DistanceTo(PointState other) => other._open == 0 ? 0 : Math.Max(0, _depth - other._depth);

    /// <summary>
    /// Whether another state was followed to this one, in the same run of the callback in which it is, if it is in one, and in the same
    /// round of each loop around it that an iterator ends.
    /// </summary>
    /// <remarks>Follows <c>iter_active_depths_differ</c>: what comes back in its next round does not go round by itself.</remarks>
    public bool ComesFrom(PointState other)
    {
        // What is followed keeps all that it comes from open.
        if (other._open == 0)
            return false;
        for (var item = this; item is not null && item._depth >= other._depth; item = item._origin)
        {
            if (item == other)
                return true;
            if (item.Point.Resumption.IsCallback && item.Point.Frame.Depth < other.Point.Frame.Depth)
                return false;
            if (item.IsRound && item.Point != other.Point && item.Point.IsAround(other.Point))
                return false;
        }

        return false;
    }

    /// <summary>
    /// Whether another state, at the head of a loop that an iterator ends, was followed to this one by a further round of a loop around it
    /// that nothing ends by itself: what begins again then is another enumeration, of which the first has proved nothing.
    /// </summary>
    public bool GoesRoundFrom(PointState other)
    {
        if (other._open == 0)
            return false;
        var (outermost, ends) = (other.Point, true);
        for (var item = this; item is not null && item._depth >= other._depth; item = item._origin)
        {
            if (item == other)
                return !ends;

            // Where an enumeration is around that loop, or a callback that is run again, its next round is what goes round.
            if (item.Point != other.Point && item.Point.IsLoopHead && item.Point.IsAround(outermost))
                (outermost, ends) = (item.Point, item.IsRound || item.Point.Resumption.IsCallback);
        }

        return false;
    }

    /// <summary>Whether a call was followed to this state by nothing but runs of its callback.</summary>
    /// <param name="call">The state before some run.</param>
    public bool IsRunOf(PointState call)
    {
        for (var item = this; item is not null && item._depth >= call._depth; item = item._origin)
        {
            if (item == call)
                return true;
            if (item.Point != call.Point && item.Point.Frame.Depth <= call.Point.Frame.Depth)
                return false;
        }

        return false;
    }
}
