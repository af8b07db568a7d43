using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.Paths;

/// <summary>Forgets what is dead where a block begins, so that paths meet again.</summary>
/// <remarks>Follows <c>clean_live_states</c>.</remarks>
internal static class Forgetting
{
    /// <summary>Forgets what the innermost frame does not read any more from a block on.</summary>
    public static void At(State state, int block)
    {
        var frame = state.Frame;
        var liveness = frame.Facts.Liveness;
        var end = frame.FirstCell + frame.Function.CellCount;
        var cells = state.Cells;
        var (owners, ownerCount) = (0, 0);
        for (var cell = cells.Next(frame.FirstCell - 1); cell >= 0 && cell < end; cell = cells.Next(cell))
        {
            if (liveness.IsLive(block, cell - frame.FirstCell))
                continue;
            if (cells[cell] is OwnerValue { Reference: 0 })
            {
                (owners, ownerCount) = (cell, ownerCount + 1);
            }
            else if (cells[cell]
                is not (OwnerValue or HandleValue { Reference: not 0, Ending: null } or PointerValue { Reference: not 0, Ending: null }))
            {
                cells[cell] = null;
            }
        }

        // What holds a reference is kept, and so is an owner with views: overwriting it would end them.
        for (var cell = owners; ownerCount > 0; cell--)
        {
            if (cells[cell] is not OwnerValue { Reference: 0 } owner || liveness.IsLive(block, cell - frame.FirstCell))
                continue;
            ownerCount--;
            if (!Ownership.HasViews(state, owner.Id))
                cells[cell] = null;
        }
    }
}
