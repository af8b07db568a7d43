using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.States;

namespace Dynptrs.Verifier.Paths.Loops;

/// <summary>A number that is another in each round of a loop that an iterator ends, and that decides something.</summary>
internal static class RoundCounter
{
    private const int FewRounds = 8;

    /// <summary>Its name, or <see langword="null"/> where no such number shows.</summary>
    /// <param name="head">The head of the loop, which was followed round by round.</param>
    public static string? Find(PointStates head)
    {
        var count = head.States.Count;
        if (count < FewRounds)
            return null;
        var (before, last) = (head.States[count - 2].State, head.States[count - 1].State);
        for (var cell = last.Cells.Next(-1); cell >= 0; cell = last.Cells.Next(cell))
        {
            if (IsOther(before.Cells[cell], last.Cells[cell]) && last.Frame.GetName(cell) is { Length: > 0 } name)
                return name;
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
