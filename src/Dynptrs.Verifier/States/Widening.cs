using System.Collections.Immutable;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Facts;

namespace Dynptrs.Verifier.States;

/// <summary>Of which cells the numbers are widened where states are joined, so that they stop growing after a few rounds, and at what.</summary>
internal sealed class Widening
{
    /// <summary>Of none: what is joined grows no more often than states arrive.</summary>
    public static readonly Widening None = new(frame: null, new LoopChanges(default, []));

    /// <summary>Of all.</summary>
    public static readonly Widening All = new(frame: null, new LoopChanges(default, [])) { IsOfAll = true };

    private readonly Frame? _frame;
    private readonly LoopChanges _changes;

    private Widening(Frame? frame, LoopChanges changes) => (_frame, _changes) = (frame, changes);

    private bool IsOfAll { get; init; }

    /// <summary>
    /// Of what the rounds of a loop may change, up to the numbers that these compare with. What only grows in a loop around it is widened
    /// at the head of that, and known here as far as it was tested since.
    /// </summary>
    public static Widening InLoop(Frame frame, int head) => new(frame, frame.Facts.GetLoopChanges(head));

    /// <summary>The thresholds of a cell, or <see langword="null"/> where its numbers are not widened.</summary>
    public ImmutableArray<long>? At(int cell) =>
        IsOfAll || (_frame is { } frame && (!IsVariableOf(frame, cell) || _changes.Cells.Contains(cell - frame.FirstCell)))
            ? _changes.Thresholds
            : null;

    private static bool IsVariableOf(Frame frame, int cell) => cell >= frame.FirstCell && cell - frame.FirstCell < frame.Function.CellCount;
}
