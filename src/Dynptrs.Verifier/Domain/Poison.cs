using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>Stops following what a finding was reported about, so that no second finding follows from the first.</summary>
internal static class Poison
{
    /// <summary>Stops following the owners in a place.</summary>
    public static void Owners(State state, int cell, IrType type)
    {
        switch (type)
        {
            case StructType structure:
                foreach (var field in structure.Fields)
                    Owners(state, cell + field.CellOffset, field.Type);
                break;
            case OwnerType:
                if (state.Cells[cell] is OwnerValue { Reference: not 0 } owner && !Ownership.IsHeldElsewhere(state, owner.Reference, cell))
                    state.RemoveReference(owner.Reference);
                state.Cells[cell] = PoisonedValue.Instance;
                break;
        }
    }

    /// <summary>Stops following the owners in a place, and the pointers.</summary>
    public static void Contents(State state, int cell, IrType type)
    {
        Owners(state, cell, type);
        for (var i = 0; i < type.CellCount; i++)
        {
            if (state.Cells[cell + i] is PointerValue pointer)
                Pointer(state, pointer.Id);
            else if (state.Cells[cell + i] is UnknownValue)
                state.Cells[cell + i] = PoisonedValue.Instance;
        }
    }

    /// <summary>Stops following an owner, and its views that are alive.</summary>
    public static void Owner(State state, int cell, OwnerValue owner)
    {
        state.Cells[cell] = PoisonedValue.Instance;
        var cells = state.Cells;
        for (var view = cells.Next(-1); view >= 0; view = cells.Next(view))
        {
            if (cells[view] is PointerValue { Ending: null } pointer && pointer.Owner == owner.Id)
                cells[view] = PoisonedValue.Instance;
        }
    }

    /// <summary>Stops following all copies of a pointer.</summary>
    public static void Pointer(State state, int pointer)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is not PointerValue value || value.Id != pointer)
                continue;
            state.RemoveReference(value.Reference);
            cells[cell] = PoisonedValue.Instance;
        }
    }

    /// <summary>Stops following a reference, what was made of it, and all that holds them.</summary>
    public static void Reference(State state, int reference)
    {
        state.RemoveReference(reference);
        while (Ownership.FindChild(state, reference) is { } child)
            Reference(state, child.Id);
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (!Ownership.Holds(cells[cell], reference))
                continue;
            if (cells[cell] is OwnerValue owner)
                Views(state, owner.Id);
            cells[cell] = PoisonedValue.Instance;
        }
    }

    /// <summary>Stops following an object, what was made of it, and all copies of it.</summary>
    public static void Object(State state, Value? value)
    {
        if (value is HandleValue { Ending: null, Reference: not 0 and var reference })
            Reference(state, reference);
        if (Ownership.GetId(value) is not (not 0 and var id))
            return;
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is HandleValue or UntrustedValue && Ownership.GetId(cells[cell]) == id)
                cells[cell] = PoisonedValue.Instance;
        }
    }

    /// <summary>What is kept in a place of which nothing follows any more.</summary>
    public static ImmutableArray<Value?> Fill(int count) => Values.Repeat(PoisonedValue.Instance, count);

    private static void Views(State state, int owner)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is PointerValue value && value.Owner == owner)
                cells[cell] = PoisonedValue.Instance;
        }
    }
}
