using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.States;

/// <summary>Compares a state with a visited one, and joins them where they differ in numbers only.</summary>
/// <remarks>Follows <c>states_equal</c>. What is joined holds both, so that a verdict on it is a verdict on both.</remarks>
/// <param name="precision">Which numbers keep states apart.</param>
internal sealed class StateComparer(Precision precision)
{
    private readonly IdentityMap _map = new();

    // The cell in which two states were last found to differ.
    private int _lastDifference = -1;

    /// <summary>Whether two states differ in the cell in which others did: it is soon seen of what counts the rounds of a loop.</summary>
    public bool DifferAsOthers(State visited, State current) =>
        _lastDifference >= 0
        && visited.Cells[_lastDifference] is NumberValue left
        && current.Cells[_lastDifference] is NumberValue right
        && !left.Range.Contains(right.Range)
        && IsKeptApart(visited, current, _lastDifference);

    public StateComparison Compare(State visited, State current)
    {
        if (visited.References.Length != current.References.Length || visited.Regions.Length != current.Regions.Length)
            return StateComparison.Different;
        _map.Reset(visited.LastId, current.LastId);
        for (var i = 0; i < visited.References.Length; i++)
        {
            var (left, right) = (visited.References[i], current.References[i]);
            if (left.Acquired != right.Acquired
                || left.Kind != right.Kind
                || !_map.TryMatch(left.Id, right.Id)
                || !_map.TryMatch(left.Parent, right.Parent))
            {
                return StateComparison.Different;
            }
        }

        for (var i = 0; i < visited.Regions.Length; i++)
        {
            if (!AreEqual(visited.Regions[i], current.Regions[i]))
                return StateComparison.Different;
        }

        var result = StateComparison.Covered;
        var (a, b) = (visited.Cells.Next(-1), current.Cells.Next(-1));
        while (a >= 0 || b >= 0)
        {
            var cell = a < 0 ? b : b < 0 || a < b ? a : b;
            var comparison = Compare(a == cell ? visited.Cells[cell] : null, b == cell ? current.Cells[cell] : null);
            if (comparison == StateComparison.Different || (comparison == StateComparison.Joinable && IsKeptApart(visited, current, cell)))
            {
                _lastDifference = cell;
                return StateComparison.Different;
            }

            if (comparison == StateComparison.Joinable)
                result = StateComparison.Joinable;
            if (a == cell)
                a = visited.Cells.Next(a);
            if (b == cell)
                b = current.Cells.Next(b);
        }

        return AreCovered(visited, current) ? result : StateComparison.Different;
    }

    /// <summary>Whether a state has all sums of pointers and numbers on which a visited one may have relied, as far proved.</summary>
    private bool AreCovered(State visited, State current)
    {
        if (visited.PacketSums.Length > current.PacketSums.Length)
            return false;
        for (var i = 0; i < visited.PacketSums.Length; i++)
        {
            var (left, right) = (visited.PacketSums[i], current.PacketSums[i]);
            if (left.Frame != right.Frame
                || left.Proved > right.Proved
                || !_map.TryMatch(left.Base, right.Base)
                || !_map.TryMatchNumber(left.Number, left.Projection, right.Number, right.Projection)
                || !_map.TryMatch(left.Anchor, right.Anchor))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a state holds a constant that decides when a loop ends, where a visited one holds any of several numbers.</summary>
    public static bool Counts(State visited, State current)
    {
        for (var cell = current.Cells.Next(-1); cell >= 0; cell = current.Cells.Next(cell))
        {
            if (current.Cells[cell] is NumberValue { Range.IsConstant: true }
                && visited.Cells[cell] is NumberValue { Range.IsConstant: false }
                && DecidesLoop(current.Frame, cell))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds the cells in which a state holds a constant that decides when a loop ends.</summary>
    public static void FindDecided(State state, List<int> cells)
    {
        cells.Clear();
        for (var cell = state.Cells.Next(-1); cell >= 0; cell = state.Cells.Next(cell))
        {
            if (state.Cells[cell] is NumberValue { Range.IsConstant: true } && DecidesLoop(state.Frame, cell))
                cells.Add(cell);
        }
    }

    /// <summary>
    /// Joins the numbers of two states that were found <see cref="StateComparison.Joinable"/>. One that keeps states apart, which the
    /// visited state covers then, stays as it is: were it widened, nothing would show that it changes from round to round.
    /// </summary>
    /// <param name="visited">The state that was there.</param>
    /// <param name="current">The one that comes.</param>
    /// <param name="widening">Which numbers are widened.</param>
    public State Join(State visited, State current, Widening widening)
    {
        _map.Reset(visited.LastId, current.LastId);
        var joined = current.Fork();
        for (var cell = joined.Cells.Next(-1); cell >= 0; cell = joined.Cells.Next(cell))
        {
            joined.Cells[cell] = (visited.Cells[cell], joined.Cells[cell]) switch
            {
                (NumberValue left, NumberValue right) => precision == Precision.Loops && IsKeptApart(visited, current, cell)
                    ? right
                    : Join(left, right, joined, widening, cell),
                (PointerValue left, PointerValue right) => Join(left, right, joined, widening.At(cell)),
                (null, NumberValue or UnknownValue) => null,
                (UnknownValue unknown, NumberValue) => unknown,
                (RunsLeftValue left, _) => left,
                var (_, value) => value,
            };
        }

        if (!joined.PacketSums.IsEmpty)
            joined.PacketSums = PacketSums.Join(visited.PacketSums, joined.PacketSums);
        return joined;
    }

    /// <summary>
    /// Begins one more round of a loop that an iterator ends: numbers that nothing was decided by, and that differ from those of the round
    /// before, are not known any more; the others are, and begin a lineage of their own.
    /// </summary>
    /// <remarks>Follows <c>widen_imprecise_scalars</c>.</remarks>
    public static void BeginRound(State? before, State current)
    {
        var cells = current.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is not NumberValue number)
                continue;
            if (before is not null)
            {
                if (before.Cells[cell] is not NumberValue previous)
                {
                    cells[cell] = null;
                    continue;
                }

                if (previous.Range != number.Range && previous.Lineage is not { IsPrecise: true } && number.Lineage is not { IsPrecise: true })
                {
                    number = current.NewNumber(previous.Range.Widen(number.Range, ImmutableArray<long>.Empty))
                        .With(Lineage.Of(previous.Lineage, number.Lineage))
                        .With(isPartOfRegister: previous.IsPartOfRegister || number.IsPartOfRegister);
                }
            }

            cells[cell] = number.With(new Lineage(number.Lineage, second: null));
        }
    }

    private PointerValue Join(PointerValue left, PointerValue right, State joined, ImmutableArray<long>? thresholds)
    {
        var length = left.Bytes is { } a && right.Bytes is { } b ? JoinLengths(a, b, joined, thresholds) : null;
        var result = right.At(Join(left.Offset, right.Offset, thresholds), length);
        if (right.Packet is not { } part)
            return result;
        // Pointers that differ by constants in each of the states may do so by others in the next.
        return left.Offset == right.Offset && left.Packet!.LeastAdded == part.LeastAdded
            ? result.With(part, Math.Min(left.Size, right.Size))
            : result.With(
                part.Moved(joined.NewId(), Math.Min(left.Packet!.LeastAdded, part.LeastAdded)),
                PacketPart.SizeFor(result.Offset, Math.Min(ProvedBehind(left), ProvedBehind(right))));
    }

    /// <summary>How many bytes behind a pointer into a packet are proved, wherever it points; or less than 0.</summary>
    private static long ProvedBehind(PointerValue pointer) => pointer.Size - pointer.Offset.SignedMax;

    private NumberValue JoinLengths(NumberValue left, NumberValue right, State joined, ImmutableArray<long>? thresholds)
    {
        var range = Join(left.Range, right.Range, thresholds);
        return range.IsConstant ? right : Join(left, right, range, outcome: null, joined);
    }

    private static Scalar Join(in Scalar left, in Scalar right, ImmutableArray<long>? thresholds) =>
        thresholds is { } known ? left.Widen(right, known) : left.Join(right);

    private bool IsKeptApart(State visited, State current, int cell) => precision switch
    {
        Precision.Exact => current.Cells[cell] is PointerValue || IsRelevant(current.Frame, cell),
        Precision.Loops => DecidesLoop(current.Frame, cell) || visited.Cells[cell] is NumberValue { Lineage.IsPrecise: true },
        _ => false,
    };

    private static bool DecidesLoop(Frame innermost, int cell) =>
        FrameOf(innermost, cell) is not { } frame || frame.Facts.LoopControl.Contains(frame.GetVariable(cell));

    private static bool IsRelevant(Frame innermost, int cell) =>
        FrameOf(innermost, cell) is not { } frame || frame.Facts.Relevance.IsRelevant(frame.GetVariable(cell));

    /// <summary>The frame that has a cell, or <see langword="null"/> for what was set before the program was loaded.</summary>
    private static Frame? FrameOf(Frame innermost, int cell)
    {
        for (var frame = innermost; frame is not null; frame = frame.Parent)
        {
            if (cell >= frame.FirstCell)
                return frame;
        }

        return null;
    }

    private NumberValue Join(NumberValue left, NumberValue right, State joined, Widening widening, int cell)
    {
        if (Covers(left, right)
            && left.Masked == right.Masked
            && left.Range == right.Range
            && left.Id == right.Id
            && left.Projection == right.Projection)
        {
            return right;
        }

        // What was set before the program was loaded is only ever known better: it does not grow in a loop.
        var range = widening.At(cell) is not { } thresholds || FrameOf(joined.Frame, cell) is null ? left.Range.Join(right.Range)
            : IsRelevant(joined.Frame, cell) || (joined.Frame.IsStrict && DecidesLoop(joined.Frame, cell))
                ? left.Range.Widen(right.Range, thresholds)
                : Scalar.All;
        if (range.IsConstant)
            return right;
        var outcome = left.Outcome is not null && right.Outcome is not null && AreEqual(left.Outcome, right.Outcome) ? right.Outcome : null;
        return Join(left, right, range, outcome, joined);
    }

    private NumberValue Join(NumberValue left, NumberValue right, in Scalar range, Outcome? outcome, State joined)
    {
        var id = _map.Join(left.Id, left.Projection, right.Id, right.Projection, joined.NewId);
        return new NumberValue(range, id, left.Projection == right.Projection ? left.Projection : Projection.Identity, outcome)
        {
            Masked = left.Projection == right.Projection && left.Masked == right.Masked ? right.Masked : null,
            IsPartOfRegister = left.IsPartOfRegister || right.IsPartOfRegister,
            Lineage = Lineage.Of(left.Lineage, right.Lineage),
        };
    }

    private StateComparison Compare(Value? visited, Value? current)
    {
        if (visited is null)
            return current is NumberValue or UnknownValue ? StateComparison.Covered : StateComparison.Different;
        switch (visited, current)
        {
            case (NumberValue left, NumberValue right):
                return Covers(left, right) ? StateComparison.Covered : StateComparison.Joinable;
            case (NumberValue or UnknownValue, null):
            case (NumberValue, UnknownValue):
                return StateComparison.Joinable;
            case (RunsLeftValue left, RunsLeftValue right):
                return left.Count >= right.Count ? StateComparison.Covered : StateComparison.Different;
            case (UnknownValue, NumberValue or UnknownValue):
            case (PoisonedValue, PoisonedValue):
            case (ExposedValue, ExposedValue or NumberValue or UnknownValue):
            case (GoneOwnerValue, GoneOwnerValue):
                return StateComparison.Covered;
            case (PointerValue left, PointerValue right):
                return !HaveSameShape(left, right) ? StateComparison.Different
                    : Covers(left, right) ? StateComparison.Covered
                    : StateComparison.Joinable;
            default:
                return current is not null && HaveSameShape(visited, current) ? StateComparison.Covered : StateComparison.Different;
        }
    }

    private bool AreEqual(OpenRegion visited, OpenRegion current) =>
        visited.Contract == current.Contract
        && visited.Entered == current.Entered
        && visited.IsMany == current.IsMany
        && visited.IsReported == current.IsReported
        && visited.IsEnteredAgain == current.IsEnteredAgain
        && visited.LeftOpenBy?.Site == current.LeftOpenBy?.Site
        && visited.RefusedCalls.SequenceEqual(current.RefusedCalls)
        && visited.Place.IsAlike(current.Place)
        && _map.TryMatch(visited.Place.Pointer, current.Place.Pointer)
        && _map.TryMatch(visited.Place.Reference, current.Place.Reference);

    private bool HaveSameShape(Value visited, Value current) => (visited, current) switch
    {
        (OwnerValue left, OwnerValue right) =>
            left.Kind == right.Kind
                && left.IsBorrowed == right.IsBorrowed
                && _map.TryMatch(left.Id, right.Id)
                && _map.TryMatch(left.Reference, right.Reference)
                && _map.TryMatch(left.Parent, right.Parent),
        (PointerValue left, PointerValue right) =>
            left.Nullness == right.Nullness && left.Ending?.Kind == right.Ending?.Kind && left.Tag == right.Tag
            && left.IsReadOnly == right.IsReadOnly && left.Origin == right.Origin && left.StackDepth == right.StackDepth
            && HaveSameExtent(left, right) && left.KernelParts == right.KernelParts
            && left.Length is null == right.Length is null && Equals(left.Variable, right.Variable)
            && _map.TryMatch(left.Id, right.Id) && _map.TryMatch(left.Owner, right.Owner) && _map.TryMatch(left.Reference, right.Reference),
        (HandleValue left, HandleValue right) =>
            left.Nullness == right.Nullness && left.Kind == right.Kind && left.IsRcu == right.IsRcu
            && left.Ending?.Kind == right.Ending?.Kind
            && _map.TryMatch(left.Id, right.Id) && _map.TryMatch(left.Reference, right.Reference),
        (UntrustedValue left, UntrustedValue right) => left.IsRead == right.IsRead && _map.TryMatch(left.Id, right.Id),
        (AddressValue left, AddressValue right) => left.Cell == right.Cell && left.Size == right.Size,
        (FunctionValue left, FunctionValue right) => left.Function == right.Function,
        _ => false,
    };

    /// <summary>Whether both lie in memory of the same size, or in a packet, of which more or less is proved.</summary>
    private bool HaveSameExtent(PointerValue visited, PointerValue current) => (visited.Packet, current.Packet) switch
    {
        (null, null) => visited.Size == current.Size,
        ({ } left, { } right) => left.Edge == right.Edge && left.IsAtEdge == right.IsAtEdge && _map.TryMatch(left.Anchor, right.Anchor),
        _ => false,
    };

    /// <remarks>Follows <c>regsafe</c>: of a packet, no less must be proved.</remarks>
    private bool Covers(PointerValue visited, PointerValue current) =>
        visited.Offset.Contains(current.Offset)
        && (visited.Packet is not { } part || (ProvedBehind(visited) <= ProvedBehind(current) && part.LeastAdded <= current.Packet!.LeastAdded))
        && (visited.Bytes is not { } length
            || (current.Bytes is { } other && length.Range.Contains(other.Range) && IsMatch(length, other)));

    private bool Covers(NumberValue visited, NumberValue current) =>
        visited.Range.Contains(current.Range)
        && (visited.IsPartOfRegister || !current.IsPartOfRegister)
        && Covers(visited.Masked, current.Masked)
        && IsMatch(visited, current)
        && (visited.Outcome is null || (current.Outcome is { } outcome && AreEqual(visited.Outcome, outcome)));

    private static bool Covers(MaskedRange? visited, MaskedRange? current) =>
        visited is null || (current is not null && visited.Projection == current.Projection && visited.Range.Contains(current.Range));

    private bool AreEqual(Outcome visited, Outcome current) => (visited, current) switch
    {
        (NullOutcome left, NullOutcome right) => left.ResultWhenNull == right.ResultWhenNull && _map.TryMatch(left.Id, right.Id),
        (CompareOutcome left, CompareOutcome right) => left.Operator == right.Operator && left.IsSigned == right.IsSigned
            && AreEqual(left.Left, right.Left) && AreEqual(left.Right, right.Right),
        (PacketOutcome left, PacketOutcome right) =>
            left.WhenTrue == right.WhenTrue && left.WhenFalse == right.WhenFalse && _map.TryMatch(left.Anchor, right.Anchor),
        _ => false,
    };

    private bool AreEqual(NumberValue visited, NumberValue current) =>
        visited.Range == current.Range && IsMatch(visited, current) && visited.Outcome == current.Outcome;

    private bool IsMatch(NumberValue visited, NumberValue current) =>
        visited.Range.IsConstant || _map.TryMatchNumber(visited.Id, visited.Projection, current.Id, current.Projection);
}
