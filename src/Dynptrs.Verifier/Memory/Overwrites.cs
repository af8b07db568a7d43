using System.Collections.Immutable;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Memory;

/// <summary>What ends, and what is lost, where something else is stored.</summary>
internal sealed class Overwrites(Reporter reporter)
{
    /// <summary>Ends the owners that a place holds, because something else is stored there.</summary>
    /// <remarks>Follows <c>destroy_if_dynptr_stack_slot</c>: refused for the last holder of a reference.</remarks>
    public void EndOwners(State state, int cell, IrType type, string name, Site site)
    {
        if (type is StructType structure)
        {
            foreach (var field in structure.Fields)
                EndOwners(state, cell + field.CellOffset, field.Type, name + "." + field.Name, site);
            return;
        }

        if (type is not OwnerType || state.Cells[cell] is not OwnerValue owner)
            return;
        if (owner.IsBorrowed)
        {
            reporter.Report(state, new OverwriteBorrowed(site, name), new About(owner.Id));
            state.Cells[cell] = PoisonedValue.Instance;
            return;
        }

        if (state.FindReference(owner.Reference) is { } reference && !Ownership.IsHeldElsewhere(state, owner.Reference, cell))
        {
            reporter.Report(state, new OverwriteHeld(site, name, HeldReferences.Of(state, reference)), About.Owner(owner));
            state.RemoveReference(owner.Reference);
            Poison.Owner(state, cell, owner);
            return;
        }

        Ownership.Destroy(state, cell, owner, site, name);
    }

    /// <summary>Reports the references that are lost because something else is stored where an object, or memory, was held.</summary>
    public void CheckLost(State state, int cell, ImmutableArray<Value?> values, Place place, Site site)
    {
        // What a statement leaves in a temporary is reported where the statement ends.
        if (place is { Local.IsTemporary: true, IsInLocal: true })
            return;

        for (var i = 0; i < values.Length; i++)
        {
            if (state.Cells[cell + i] is not (HandleValue or PointerValue)
                || state.FindReference(Ownership.GetReference(state.Cells[cell + i])) is not { IsCallers: false } reference
                || Ownership.IsHeldElsewhere(state, reference.Id, cell + i)
                || IsHeldBy(values, reference.Id))
            {
                continue;
            }

            var held = HeldReferences.Of(state, reference);
            var name = values.Length == 1 ? PlaceEvaluator.GetName(place) : held.Subject;
            reporter.Report(state, new OverwriteHeld(site, name, held), new About(reference.Id));
            Poison.Reference(state, reference.Id);
        }
    }

    private static bool IsHeldBy(ImmutableArray<Value?> values, int reference)
    {
        foreach (var value in values)
        {
            if (Ownership.Holds(value, reference))
                return true;
        }

        return false;
    }
}
