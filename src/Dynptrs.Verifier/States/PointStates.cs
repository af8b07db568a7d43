using System.Collections.Generic;
using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.States;

/// <summary>The states that reached one point of one frame.</summary>
/// <param name="frame">The frame.</param>
/// <param name="resumption">The point: the beginning of a block, or where a frame goes on after a call.</param>
/// <param name="order">The position of the block in an order that visits predecessors first.</param>
internal sealed class PointStates(Frame frame, Resumption resumption, int order)
{
    private DecidedStates? _decided;
    private Widening? _widening;

    public Frame Frame { get; } = frame;

    public Resumption Resumption { get; } = resumption;

    public int Order { get; } = order;

    /// <summary>Whether a path may come here again and again: numbers that are joined here are widened, where rounds change them.</summary>
    public bool IsLoopHead { get; } = resumption.IsCallback || (resumption.Index == 0 && frame.Facts.IsLoopHead(resumption.Block));

    /// <summary>Of which cells the numbers are widened that are joined here.</summary>
    public Widening Widening => _widening ??= !IsLoopHead ? Widening.None
        : Resumption.IsCallback ? Widening.All
        : Widening.InLoop(Frame, Resumption.Block);

    public List<PointState> States { get; } = [];

    /// <summary>The states, where loops are proved.</summary>
    public DecidedStates Decided => _decided ??= new DecidedStates();

    /// <summary>Whether another point lies in the loop of which this is the head, be it in a function that is called there.</summary>
    public bool IsAround(PointStates other)
    {
        var (frame, block) = (other.Frame, other.Resumption.Block);
        while (frame != Frame && frame.Parent is { } caller)
            (frame, block) = (caller, frame.Resumption.Block);
        return frame == Frame && Frame.Facts.GetLoopBlocks(Resumption.Block)[block];
    }
}
