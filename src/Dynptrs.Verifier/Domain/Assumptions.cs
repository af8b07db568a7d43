using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Domain;

/// <summary>What a path learns when a bool turns out true or false.</summary>
internal static class Assumptions
{
    /// <summary>Lets a bool have a value, and with it all that follows.</summary>
    /// <returns>Whether such a path exists.</returns>
    public static bool Assume(State state, NumberValue condition, bool value, Site site)
    {
        var number = Scalar.Constant(value ? 1 : 0);
        return condition.Range.Contains(number) && Refine(state, condition, number, site);
    }

    private static bool Refine(State state, NumberValue number, in Scalar range, Site site)
    {
        if (range.IsEmpty)
            return false;
        if (number.Id != 0 && range != number.Range && !SetRange(state, number, range))
            return false;
        return !range.IsConstant || number.Outcome switch
        {
            NullOutcome outcome => SetNullness(state, outcome, (range.SignedMin != 0) == outcome.ResultWhenNull, site),
            CompareOutcome outcome => SetComparison(state, outcome, range.SignedMin != 0, site),
            PacketOutcome outcome => Prove(state, outcome, range.SignedMin != 0),
            _ => true,
        };
    }

    private static bool SetComparison(State state, CompareOutcome outcome, bool value, Site site)
    {
        var (left, right) = (GetCurrent(state, outcome.Left), GetCurrent(state, outcome.Right));
        var (leftRange, rightRange) = ScalarComparison.Assume(outcome.Operator, value, left.Range, right.Range, outcome.IsSigned);
        return Refine(state, left, leftRange, site) && Refine(state, right, rightRange, site);
    }

    private static bool Prove(State state, PacketOutcome outcome, bool value)
    {
        PacketProofs.Prove(state, outcome.Anchor, value ? outcome.WhenTrue : outcome.WhenFalse);
        return true;
    }

    private static bool SetNullness(State state, NullOutcome outcome, bool isNull, Site site)
    {
        var nullness = isNull ? Nullness.Null : Nullness.NotNull;
        var cells = state.Cells;
        var reference = 0;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            switch (cells[cell])
            {
                case PointerValue pointer when pointer.Id == outcome.Id:
                    if (pointer.Nullness != Nullness.Unknown && pointer.Nullness != nullness)
                        return false;
                    reference = pointer.Reference;
                    cells[cell] = pointer.With(nullness);
                    break;
                case HandleValue handle when handle.Id == outcome.Id:
                    if (handle.Nullness != Nullness.Unknown && handle.Nullness != nullness)
                        return false;
                    reference = handle.Reference;
                    cells[cell] = new HandleValue(handle.Id, isNull ? 0 : handle.Reference, handle.Kind, nullness, handle.Ending)
                    {
                        IsRcu = handle.IsRcu,
                    };
                    break;
            }
        }

        if (isNull && reference != 0)
            state.RemoveReference(reference);
        state.Record(isNull ? TraceStepKind.FoundNull : TraceStepKind.FoundNotNull, site, outcome.Subject, "", outcome.Id);
        return true;
    }

    /// <summary>The number as it is now: more may have been learned since it was compared.</summary>
    private static NumberValue GetCurrent(State state, NumberValue number)
    {
        if (number.Id == 0)
            return number;
        var cells = state.Cells;
        for (var cell = cells.NextOf(number.Id, -1); cell >= 0; cell = cells.NextOf(number.Id, cell))
        {
            if (cells[cell] is NumberValue current && current.IsSame(number))
                return current;
        }

        return number;
    }

    /// <summary>Tells a number, its copies, what was made of the same number, and the spans that are so long.</summary>
    /// <returns>Whether such a path exists.</returns>
    /// <remarks>Follows <c>sync_linked_regs</c>.</remarks>
    private static bool SetRange(State state, NumberValue number, in Scalar range)
    {
        var refined = number.With(range);
        var masked = state.Frame.IsStrict && !number.Projection.KeepsLowHalf ? new MaskedRange(number.Projection, range) : null;
        var original = number.Projection.Invert(range);
        var cells = state.Cells;
        for (var cell = cells.NextOf(number.Id, -1); cell >= 0; cell = cells.NextOf(number.Id, cell))
        {
            var value = cells[cell]!;
            var current = value as NumberValue ?? ((PointerValue)value).Bytes!;
            if (Learn(current) is not { } learned)
                return false;
            if (learned != current)
                cells[cell] = value is PointerValue span ? span.With(learned) : learned;
        }

        return true;

        NumberValue? Learn(NumberValue current)
        {
            if (current.Projection == number.Projection)
                return refined.With(isPartOfRegister: current.IsPartOfRegister && !refined.Range.IsConstant);
            if (masked is not null && !masked.TellsKernel(current))
                return current.With(masked);
            var learned = current.Range.Meet(current.Projection.Apply(original));
            return learned.IsEmpty ? null : learned != current.Range ? current.With(learned) : current;
        }
    }
}
