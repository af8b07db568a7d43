using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Engine;

/// <summary>Checks that nothing is released while something that was made of it must still be given back.</summary>
/// <remarks>
/// Follows <c>release_reference</c>, which refuses an object with children that are references. Children without a reference
/// are no obstacle: they end with their parent.
/// </remarks>
internal sealed class ParentChecks(Reporter reporter)
{
    /// <summary>Checks a release, and stops following the children that are in its way.</summary>
    public void Check(State state, int parent, in Argument source, string by)
    {
        while (FindChild(state, parent) is { } child)
        {
            reporter.Report(state, FindingKind.ParentReleased, source.Site, PlaceEvaluator.GetName(source.Value), (parent, child.Id), by, reference: child);
            Poison(state, child.Id);
        }
    }

    private static Reference? FindChild(State state, int parent)
    {
        foreach (var reference in state.References)
        {
            if (parent != 0 && reference.Parent == parent)
                return reference;
        }

        return null;
    }

    private static void Poison(State state, int reference)
    {
        state.RemoveReference(reference);
        while (FindChild(state, reference) is { } child)
            Poison(state, child.Id);
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (!Ownership.Holds(cells[cell], reference))
                continue;
            if (cells[cell] is OwnerValue owner)
                Ownership.PoisonViews(state, owner.Id);
            cells[cell] = PoisonedValue.Instance;
        }
    }
}
