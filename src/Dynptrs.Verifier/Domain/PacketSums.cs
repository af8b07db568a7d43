using System;
using System.Collections.Immutable;

namespace Dynptrs.Verifier.Domain;

/// <summary>The sums of pointers into packets and of numbers that a path has computed, as long as these numbers are there.</summary>
internal static class PacketSums
{
    /// <summary>The pointer that a sum gives: the one that the same sum has given before, where there was one.</summary>
    /// <param name="state">The path.</param>
    /// <param name="part">The part of the pointer that was moved.</param>
    /// <param name="number">What was added, which is no constant.</param>
    /// <param name="moved">The pointer that was moved, with an anchor of its own.</param>
    public static PointerValue Link(State state, PacketPart part, NumberValue number, PointerValue moved)
    {
        if (number.Id == 0)
            return moved;
        if (Find(state, part, number) is { } known)
            return moved.With(part.Moved(known.Anchor, moved.Packet!.LeastAdded), Math.Max(known.Proved, moved.Size));
        state.PacketSums = state.PacketSums.RemoveAll(sum => !IsAlive(state, sum.Number)).Add(
            new PacketSum(state.Frame, part.Anchor, number.Id, number.Projection, moved.Packet!.Anchor, moved.Size));
        return moved;
    }

    /// <summary>The sum of a pointer and a number that was computed before, or <see langword="null"/>.</summary>
    public static PacketSum? Find(State state, PacketPart part, NumberValue number)
    {
        foreach (var sum in state.PacketSums)
        {
            if (sum.Frame == state.Frame && sum.Base == part.Anchor && sum.Number == number.Id && sum.Projection == number.Projection)
                return sum;
        }

        return null;
    }

    /// <summary>Lets sums with an anchor reach so many bytes behind the edge, if they do not yet.</summary>
    public static void Prove(State state, int anchor, long bytes)
    {
        for (var i = 0; i < state.PacketSums.Length; i++)
        {
            var sum = state.PacketSums[i];
            if (sum.Anchor == anchor && sum.Proved < bytes)
                state.PacketSums = state.PacketSums.SetItem(i, sum with { Proved = bytes });
        }
    }

    /// <summary>Forgets the sums of a function that returns.</summary>
    public static void Leave(State state, Frame frame)
    {
        if (!state.PacketSums.IsEmpty)
            state.PacketSums = state.PacketSums.RemoveAll(sum => sum.Frame == frame);
    }

    /// <summary>What two states both know of sums that were found to correspond, in the words of the second.</summary>
    public static ImmutableArray<PacketSum> Join(ImmutableArray<PacketSum> visited, ImmutableArray<PacketSum> current)
    {
        var joined = ImmutableArray.CreateBuilder<PacketSum>(visited.Length);
        for (var i = 0; i < visited.Length; i++)
            joined.Add(current[i] with { Proved = Math.Min(visited[i].Proved, current[i].Proved) });
        return joined.ToImmutable();
    }

    private static bool IsAlive(State state, int number)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is NumberValue value && value.Id == number)
                return true;
        }

        return false;
    }
}
