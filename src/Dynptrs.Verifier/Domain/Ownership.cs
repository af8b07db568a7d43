using System.Collections.Immutable;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Domain;

/// <summary>What happens to owners, references and views when one of them ends.</summary>
internal static class Ownership
{
    /// <summary>Whether another live owner or handle holds the reference, outside one cell and below a limit.</summary>
    public static bool IsHeldElsewhere(State state, int reference, int exceptCell, int beforeCell = int.MaxValue)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0 && cell < beforeCell; cell = cells.Next(cell))
        {
            if (cell != exceptCell && Holds(cells[cell], reference))
                return true;
        }

        return false;
    }

    public static bool Holds(Value? value, int reference) => reference != 0 && GetReference(value) == reference;

    /// <summary>The reference that a live value holds, or 0.</summary>
    public static int GetReference(Value? value) => value switch
    {
        OwnerValue owner => owner.Reference,
        HandleValue { Ending: null } handle => handle.Reference,
        PointerValue { Ending: null } pointer => pointer.Reference,
        _ => 0,
    };

    /// <summary>The identity of an owner, a handle or a pointer, or 0.</summary>
    public static int GetId(Value? value) => value switch
    {
        OwnerValue owner => owner.Id,
        HandleValue handle => handle.Id,
        PointerValue pointer => pointer.Id,
        UntrustedValue untrusted => untrusted.Id,
        _ => 0,
    };

    /// <summary>A reference that was made of another and must be released before it, or <see langword="null"/>.</summary>
    public static Reference? FindChild(State state, int parent)
    {
        foreach (var reference in state.References)
        {
            if (parent != 0 && reference.Parent == parent)
                return reference;
        }

        return null;
    }

    /// <summary>
    /// The reference of a kind, where one alone is held that the verified function must release; or <see langword="null"/>.
    /// </summary>
    public static Reference? FindOnly(State state, string? kind)
    {
        Reference? only = null;
        foreach (var reference in state.References)
        {
            if (kind is null || reference.Kind != kind || reference.IsCallers)
                continue;
            if (only is not null)
                return null;
            only = reference;
        }

        return only;
    }

    /// <summary>Whether a live pointer points into the memory of an owner.</summary>
    public static bool HasViews(State state, int owner)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is PointerValue { Ending: null } pointer && pointer.Owner == owner)
                return true;
        }

        return false;
    }

    /// <summary>Whether a live pointer carries the kind of its owner.</summary>
    public static bool HasTaggedViews(State state)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is PointerValue { Ending: null, Tag: not null })
                return true;
        }

        return false;
    }

    /// <summary>
    /// The name of what holds a reference: the name that acquired it, while that is a holder, else the innermost one's; or empty.
    /// </summary>
    public static string NameHolder(State state, Reference reference)
    {
        var (cells, name) = (state.Cells, "");
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (!Holds(cells[cell], reference.Id))
                continue;
            name = state.Frame.GetName(cell);
            if (name == reference.Subject)
                break;
        }

        return name;
    }

    /// <summary>Ends a reference, all owners that share it, and all views of those owners.</summary>
    /// <remarks>Follows <c>release_reference</c>, which visits the dynptrs of all frames and then their slices.</remarks>
    public static void Release(State state, int reference, int owner, Site site, string subject, string by)
    {
        state.Record(TraceStepKind.Released, site, subject, by, reference, owner);
        var ending = new Ending(LifetimeEnd.Released, state.Trace!);
        state.RemoveReference(reference);
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            switch (cells[cell])
            {
                case OwnerValue value when value.Reference == reference || value.Parent == reference:
                    cells[cell] = new GoneOwnerValue(value.Id, ending);
                    EndViews(state, value.Id, ending);
                    break;
                case HandleValue { Ending: null } handle when handle.Reference == reference:
                    cells[cell] = new HandleValue(handle.Id, reference, handle.Kind, handle.Nullness, ending);
                    break;
                case PointerValue { Ending: null } pointer when pointer.Reference == reference:
                    cells[cell] = pointer.EndedBy(ending);
                    break;
            }
        }
    }

    /// <summary>Ends an owner that is overwritten. Its clones, and the reference that it shares with them, live on.</summary>
    /// <remarks>Follows <c>destroy_if_dynptr_stack_slot</c>.</remarks>
    public static void Destroy(State state, int cell, OwnerValue owner, Site site, string subject)
    {
        state.Record(TraceStepKind.Overwritten, site, subject, "", owner.Id, owner.Reference);
        var ending = new Ending(LifetimeEnd.Overwritten, state.Trace!);
        state.Cells[cell] = new GoneOwnerValue(owner.Id, ending);
        EndViews(state, owner.Id, ending);
    }

    /// <summary>Ends the views of an owner.</summary>
    public static void EndViews(State state, int owner, Ending ending)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is PointerValue { Ending: null } pointer && pointer.Owner == owner)
                cells[cell] = pointer.EndedBy(ending);
        }
    }

    /// <summary>Ends all views that carry one of the kinds.</summary>
    /// <remarks>Follows <c>clear_all_pkt_pointers</c>.</remarks>
    public static void EndTaggedViews(State state, ImmutableArray<string> kinds, Ending ending)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is PointerValue { Ending: null, Tag: { } tag } pointer && kinds.Contains(tag))
                cells[cell] = pointer.EndedBy(ending);
        }
    }
}
