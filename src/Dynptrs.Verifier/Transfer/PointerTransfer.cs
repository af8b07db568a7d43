using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Transfer;

/// <summary>What makes pointers of variables and of other pointers, and what lets variables be reached unseen.</summary>
internal sealed class PointerTransfer(PlaceEvaluator places, Reporter reporter)
{
    public void TakeAddress(State state, AddressOfInstruction address)
    {
        var location = places.Locate(state, address.Source, address.Site);
        var value = location.IsCell
            ? new AddressValue(location.Cell, address.Source.Type.Size)
            : places.GetPointer(state, location, address.Source, address.Site);
        places.Write(state, address.Target, value, address.Site);
    }

    public void Derive(State state, DeriveInstruction derive)
    {
        var source = places.Read(state, derive.Source, derive.Site);
        var name = PlaceEvaluator.GetName(derive.Source);
        if (source is PointerValue { Owner: not 0, Ending: null } view)
            state.Record(TraceStepKind.Derived, derive.Site, PlaceEvaluator.GetName(derive.Target), name, view.Id, view.Owner);
        if (source is AddressValue address && !IsSamePlace(derive))
            source = ToMemory(state, address, derive, name);
        else if (source is NumberValue && derive.Target.Type is PointerType)
            source = PointerValue.To(state.NewId(), MemoryOrigin.Foreign);
        if (source is PointerValue pointer)
        {
            var offset = places.ReadExactly(state, derive.Offset, derive.Site);
            var length = derive.Length is { } count ? places.ReadNumber(state, count, derive.Site) : null;
            source = places.Derive(state, pointer, offset.Range, length, name, derive.Site);
            if (pointer.Packet is { } part && source is PointerValue { Ending: null } moved && !offset.Range.IsConstant)
                source = PacketSums.Link(state, part, offset, moved);
        }

        places.Write(state, derive.Target, source, derive.Site);
    }

    /// <summary>Lets a place be reached by ways that are not followed.</summary>
    /// <returns>A pointer to it, for reads and writes that stay in it.</returns>
    public Value Escape(State state, Place place, OpaqueInstruction opaque)
    {
        var location = places.Locate(state, place, opaque.Site);
        if (!location.IsCell)
            return places.GetPointer(state, location, place, opaque.Site);
        if (place.Type.ContainsOwner || place.Type is ViewType || HoldsView(state, location.Cell, place.Type.CellCount))
            return Reinterpret(state, location.Cell, place.Type, PlaceEvaluator.GetName(place), opaque.Description, opaque.Site);

        places.Forget(state, location.Cell, place.Type);
        return NewStackMemory(state, location.Cell, place.Type.Size);
    }

    /// <summary>Whether a derived pointer is but another name for the same variable.</summary>
    private static bool IsSamePlace(DeriveInstruction derive) =>
        derive is
        {
            Offset: { Kind: OperandKind.Constant, Value: 0 },
            Length: null,
            Target.Type: PointerType to,
            Source.Type: PointerType from,
        }
        && to.Element == from.Element;

    /// <summary>Makes the variable behind an address into memory: what a span over it writes is not followed.</summary>
    private Value ToMemory(State state, AddressValue address, DeriveInstruction derive, string name)
    {
        if (derive.Source.Type is not PointerType { Element: { ContainsOwner: false } element })
            return UnknownValue.Instance;
        // Pointers on the stack have a cell each.
        var count = element is PointerType && address.Size > 0 ? (int)address.Size / element.Size : element.CellCount;
        if (HoldsView(state, address.Cell, count))
        {
            var viewed = state.Frame.GetName(address.Cell) is { Length: > 0 } variable ? variable : name;
            return Reinterpret(state, address.Cell, element, viewed, "memory that is seen as another type", derive.Site);
        }

        PlaceEvaluator.Expose(state, address.Cell, count);
        return NewStackMemory(state, address.Cell, address.Size);
    }

    private static PointerValue NewStackMemory(State state, int cell, long size) =>
        new(state.NewId(), MemoryOrigin.Stack) { Nullness = Nullness.NotNull, Size = size, StackDepth = state.Frame.GetDepth(cell) };

    /// <summary>Whether a place holds a pointer into memory that ends: a slice, what was acquired, a span over either.</summary>
    private static bool HoldsView(State state, int cell, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (state.Cells[cell + i] is PointerValue pointer && (pointer.Owner != 0 || pointer.Reference != 0))
                return true;
        }

        return false;
    }

    private Value Reinterpret(State state, int cell, IrType type, string name, string description, Site site)
    {
        reporter.Report(state, new OwnerReinterpreted(site, name, description), About.Any(state.Cells[cell]));
        Poison.Contents(state, cell, type);
        return PoisonedValue.Instance;
    }
}
