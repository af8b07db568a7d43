using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.Paths.Loops;

/// <summary>A number that is another in each round of a loop that an iterator ends, and that decides something.</summary>
internal static class RoundCounter
{
    private const int FewRounds = 8;

    /// <summary>Its name, or <see langword="null"/> where no such number shows.</summary>
    /// <param name="loop">The loop, which was followed round by round.</param>
    public static string? Find(CountedLoop loop)
    {
        var (frame, states) = (loop.Head.Frame, loop.Head.States);
        if (states.Count < FewRounds)
            return null;
        var (before, last) = (states[states.Count - 2].State, states[states.Count - 1].State);
        foreach (var local in IteratedLoop.FindCarried(loop))
        {
            for (var cell = frame.FirstCell + local.FirstCell; cell < frame.FirstCell + local.FirstCell + local.Type.CellCount; cell++)
            {
                if (IsOther(before.Cells[cell], last.Cells[cell]) && frame.GetName(cell) is { Length: > 0 } name)
                    return name;
            }
        }

        return null;
    }

    private static bool IsOther(Value? before, Value? last) => (before, last) switch
    {
        (NumberValue { Lineage.IsPrecise: true } left, NumberValue right) => left.Range != right.Range,
        (PointerValue left, PointerValue right) => left.Offset != right.Offset,
        _ => false,
    };
}
