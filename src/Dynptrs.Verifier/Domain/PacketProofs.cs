using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Domain;

/// <summary>How many bytes of packets comparisons prove.</summary>
internal static class PacketProofs
{
    /// <summary>A pointer to an edge of a packet, as it is read from the context: nothing is proved of it.</summary>
    /// <remarks>Follows <c>check_mem_access</c>, which knows nothing of what other loads of the field have given.</remarks>
    public static PointerValue Read(State state, PacketContract contract, string? programType)
    {
        var isReadOnly = programType is not null
            && !contract.WriteProgramTypes.IsEmpty
            && !contract.WriteProgramTypes.Contains(programType);
        return new PointerValue(state.NewId(), MemoryOrigin.Packet)
        {
            Nullness = Nullness.NotNull,
            Tag = contract.Kind,
            Size = 0,
            IsReadOnly = isReadOnly,
            Packet = new PacketPart(contract.Edge, FindEdge(state, contract) ?? state.NewId())
            {
                IsAtEdge = true,
                ReadOnlyFor = isReadOnly ? programType : null,
            },
        };
    }

    /// <summary>The outcome of comparing two pointers, where it proves something; else <see langword="null"/>.</summary>
    /// <remarks>Follows <c>try_match_pkt_pointers</c> and <c>find_good_pkt_pointers</c>.</remarks>
    public static PacketOutcome? Compare(BinaryOperator @operator, PointerValue left, PointerValue right)
    {
        if (left is not { Packet: { } first, Ending: null } || right is not { Packet: { } second, Ending: null } || left.Tag != right.Tag)
            return null;
        if (IsBound(right, of: first))
            return Compare(@operator, left, first);
        return IsBound(left, of: second) ? Compare(ScalarComparison.Swap(@operator), right, second) : null;
    }

    /// <summary>Lets all live pointers with an anchor reach so many bytes behind the edge, if they do not yet.</summary>
    public static void Prove(State state, int anchor, long bytes)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is PointerValue { Ending: null, Packet: { } part } pointer && part.Anchor == anchor && pointer.Size < bytes)
                cells[cell] = pointer.Sized(bytes, pointer.IsReadOnly);
        }

        PacketSums.Prove(state, anchor, bytes);
    }

    /// <summary>Lets all live pointers that another bounds reach as far as any may.</summary>
    public static void ProveAll(State state, PointerValue bound)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is PointerValue { Ending: null, Packet: { } part } pointer && pointer.Tag == bound.Tag && IsBound(bound, part))
                cells[cell] = pointer.Sized(PacketPart.MaxOffset, pointer.IsReadOnly);
        }
    }

    /// <summary>The name of a variable that bounds a pointer, first of one that is alive; or empty where there was none.</summary>
    public static string NameBound(State state, PointerValue pointer)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is PointerValue { Ending: null } bound
                && bound.Tag == pointer.Tag
                && IsBound(bound, pointer.Packet!)
                && state.Frame.GetName(cell) is { Length: > 0 } name)
            {
                return name;
            }
        }

        var edge = (pointer.Packet!.Edge == PacketEdge.Metadata ? PacketEdge.Data : PacketEdge.End).ToString();
        for (var node = state.Trace; node is not null; node = node.Parent)
        {
            if (node.Step is { Kind: TraceStepKind.PacketRead, Subject.Length: > 0 } read && read.Detail == edge && node.Frame == state.Frame)
                return read.Subject;
        }

        return "";
    }

    /// <summary>The anchor of a live pointer to the same edge.</summary>
    private static int? FindEdge(State state, PacketContract contract)
    {
        var cells = state.Cells;
        for (var cell = cells.Next(-1); cell >= 0; cell = cells.Next(cell))
        {
            if (cells[cell] is PointerValue { Ending: null, Packet: { IsAtEdge: true } part } pointer
                && part.Edge == contract.Edge
                && pointer.Tag == contract.Kind)
            {
                return part.Anchor;
            }
        }

        return null;
    }

    private static bool IsBound(PointerValue bound, PacketPart of) => of.Edge switch
    {
        PacketEdge.Data => bound.Packet is { Edge: PacketEdge.End },
        PacketEdge.Metadata => bound is { Packet: { Edge: PacketEdge.Data, IsAtEdge: true }, IsUnmoved: true },
        _ => false,
    };

    private static PacketOutcome? Compare(BinaryOperator @operator, PointerValue pointer, PacketPart part)
    {
        var (whenTrue, isBefore) = @operator switch
        {
            BinaryOperator.Less => (true, true),
            BinaryOperator.LessOrEqual => (true, false),
            BinaryOperator.Greater => (false, false),
            BinaryOperator.GreaterOrEqual => (false, true),
            _ => (false, true),
        };
        var offset = pointer.Offset.UnsignedMax;
        if (@operator is BinaryOperator.Equal or BinaryOperator.NotEqual || offset > PacketPart.MaxOffset || (offset == 0 && isBefore))
            return null;
        var bytes = (long)offset + (isBefore ? 1 : 0);
        return new PacketOutcome(part.Anchor, whenTrue ? bytes : 0, whenTrue ? 0 : bytes);
    }
}
