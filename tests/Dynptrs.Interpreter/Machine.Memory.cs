using System;
using System.Collections.Generic;
using Dynptrs.Interpreter.Values;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter;

/// <summary>Places: variables and memory, and the bounds of each access.</summary>
public sealed partial class Machine
{
    private Value? Read(Operand operand, Site site) => ReadAll(operand, site)[0];

    private long ReadNumber(Operand operand, Site site) => ToNumber(Read(operand, site));

    /// <summary>A number; of an address only how far it points into its memory.</summary>
    private static long ToNumber(Value? value) => value switch
    {
        Number number => number.Bits,
        Pointer pointer => pointer.Offset,
        _ => 0,
    };

    private List<Value?> ReadAll(Operand operand, Site site)
    {
        switch (operand.Kind)
        {
            case OperandKind.Constant:
                return [new Number(operand.Value)];
            case OperandKind.Null:
                return [operand.Type is HandleType ? Handle.Null : Pointer.Null];
        }

        var values = new List<Value?>();
        var target = Locate(operand.Place, site);
        if (target.Pointer is { } pointer)
        {
            Cells.Load(values, Access(pointer, operand.Type.Size, isWrite: false, site), operand.Type);
        }
        else
        {
            for (var i = 0; i < operand.Type.CellCount; i++)
                values.Add(_cells[target.Cell + i]);
        }

        return values;
    }

    private void Write(Place place, IReadOnlyList<Value?> values, Site site)
    {
        var target = Locate(place, site);
        if (target.Pointer is { } pointer)
        {
            Cells.Save([.. values], Access(pointer, place.Type.Size, isWrite: true, site), place.Type);
            return;
        }

        for (var i = 0; i < place.Type.CellCount; i++)
        {
            Overwrite(target.Cell + i, site);
            // The cell may have been another temporary's, in an earlier statement, whose address was taken.
            if (place is { IsLocal: true, Local.IsTemporary: true })
                _cells.Remove(target.Cell + i);
            _cells[target.Cell + i] = i < values.Count ? values[i] : null;
        }
    }

    /// <summary>Ends the owner in a cell, because something else is stored there.</summary>
    private void Overwrite(int cell, Site site)
    {
        if (_cells[cell] is not OwnerCell { Owner: { IsAlive: true } owner })
            return;
        if (owner.IsBorrowed)
            throw new MisbehaviourException(Misbehaviour.LastHolderOverwritten, site);
        if (owner.Reference is { IsReleased: false } reference)
        {
            reference.Holders.Remove(owner);
            if (reference.Holders.Count == 0)
                throw new MisbehaviourException(Misbehaviour.LastHolderOverwritten, site);
        }

        owner.End();
    }

    private Target Locate(Place place, Site site)
    {
        var target = new Target(_innermost!.FirstCell + place.Local.FirstCell, null);
        foreach (var step in place.Steps)
        {
            target = step switch
            {
                FieldStep { Field: var field } when target.Pointer is { } pointer => new Target(-1, Move(pointer, field.ByteOffset, -1)),
                FieldStep { Field: var field } => new Target(target.Cell + field.CellOffset, null),
                ElementStep element => Follow(target, ReadNumber(element.Index, site) * element.Stride, site),
                _ => Follow(target, 0, site),
            };
        }

        return target;
    }

    private Target Follow(Target target, long offset, Site site)
    {
        switch (target.Pointer is null ? _cells[target.Cell] : null)
        {
            case Address address when offset == 0:
                return new Target(address.Cell, null);
            case Address:
                throw new MisbehaviourException(Misbehaviour.OutOfBounds, site);
            case Pointer pointer:
                CheckAlive(pointer, site);
                if (pointer.Length >= 0 && (offset < 0 || offset >= pointer.Length))
                    throw new EndOfRunException("an index is out of range");
                return new Target(-1, Move(pointer, offset, -1));
            default:
                throw new EndOfRunException("a pointer lies in memory");
        }
    }

    private static void CheckAlive(Pointer pointer, Site site)
    {
        if (pointer.Lifetime is { IsAlive: false })
            throw new MisbehaviourException(Misbehaviour.UseOfDeadView, site);
        if (pointer.IsForeign)
            throw new MisbehaviourException(Misbehaviour.UnknownOrigin, site);
        if (pointer.Memory is null)
            throw new MisbehaviourException(Misbehaviour.NullUsed, site);
    }

    private static Pointer Move(Pointer pointer, long offset, long length)
    {
        var moved = unchecked(pointer.Offset + offset);
        return pointer with
        {
            Offset = moved,
            Length = length,
            IsStray = pointer.IsStray || IsFar(offset) || IsFar(moved),
        };
    }

    /// <summary>Whether an offset is as large as the kernel lets none be.</summary>
    private static bool IsFar(long offset) => offset is >= 1 << 29 or <= -(1 << 29);

    /// <summary>The bytes from a pointer on.</summary>
    private static Span<byte> Access(Pointer pointer, long size, bool isWrite, Site site)
    {
        CheckAlive(pointer, site);
        if (isWrite && pointer.IsReadOnly)
            throw new MisbehaviourException(Misbehaviour.ReadOnlyWritten, site);
        if (pointer.IsStray || pointer.Offset < 0 || pointer.Offset + size > pointer.Size)
            throw new MisbehaviourException(Misbehaviour.OutOfBounds, site);
        return pointer.Memory!.Bytes.AsSpan((int)(pointer.Start + pointer.Offset), (int)size);
    }

    private void ExecuteOnMemory(Instruction instruction)
    {
        var site = instruction.Site;
        switch (instruction)
        {
            case AllocateInstruction allocate:
                Write(allocate.Target, [Allocate(allocate)], site);
                break;
            case AddressOfInstruction address:
                var source = Locate(address.Source, site);
                Write(address.Target, [source.Pointer ?? (Value)new Address(source.Cell, address.Source.Type.Size)], site);
                break;
            case DeriveInstruction derive:
                Write(derive.Target, [Derive(derive)], site);
                break;
            case LengthInstruction length:
                var bytes = Read(length.Source, site) is Pointer { Length: >= 0 } span ? span.Length : 0;
                Write(length.Target, [new Number(bytes / Math.Max(length.Stride, 1))], site);
                break;
            case MemoryBlockInstruction block:
                Execute(block);
                break;
            default:
                throw new EndOfRunException($"{instruction} cannot be run");
        }
    }

    private Value Allocate(AllocateInstruction allocate)
    {
        var length = allocate.Length is { } operand ? ReadNumber(operand, allocate.Site) : 0;
        var isObject = allocate.Target.Type is HandleType;
        if (allocate.Origin == MemoryOrigin.Global && isObject)
            return new Handle(allocate.Target.Local.Name, null);
        var isReadOnly = allocate.Origin == MemoryOrigin.Constant
            || allocate is { Origin: MemoryOrigin.Global, Target.Type: PointerType { IsReadOnly: true } };
        var isStack = allocate.Origin == MemoryOrigin.Stack;
        var memory = allocate.Origin == MemoryOrigin.Global
            ? _environment.GetGlobal(allocate.Site, allocate.Target.Local.Name, length)
            : new MemoryRegion(allocate.Data is { Bytes: var bytes } ? [.. bytes] : new byte[Math.Max(length, 0)])
            {
                Frame = isStack && allocate.Scope is null ? _innermost : null,
                Place = allocate,
            };
        return Pointer.To(memory, isReadOnly) with { Length = length, Lifetime = isStack ? _innermost!.Lifetime : null };
    }

    /// <summary>Counts the stack that is handed to a call, for which it must be memory and not only in registers.</summary>
    private void CountStack(Value? given, Site site)
    {
        if (given is not Pointer { Memory: { Frame: { } frame } memory })
            return;
        frame.Count(memory.Place!, memory.Bytes.Length);
        if (_innermost!.StackBytes > _environment.MaxStackBytes)
            throw new MisbehaviourException(Misbehaviour.StackOverflow, site);
    }

    private Value Derive(DeriveInstruction derive)
    {
        var source = Read(derive.Source, derive.Site);
        var offset = ReadNumber(derive.Offset, derive.Site);
        var length = derive.Length is { } count ? ReadNumber(count, derive.Site) : -1;
        if (source is Address address)
        {
            if (offset == 0
                && derive.Length is null
                && derive is { Target.Type: PointerType to, Source.Type: PointerType from }
                && to.Element == from.Element)
            {
                return address;
            }

            source = Pointer.To(ExposeAll(address, ((PointerType)derive.Source.Type).Element));
        }

        if (source is Number && derive.Target.Type is PointerType)
            source = Pointer.Foreign;
        if (source is not Pointer pointer)
            throw new EndOfRunException("a pointer is made from something that is none");
        if (pointer.Length >= 0)
        {
            if (offset < 0 || offset > pointer.Length || length > pointer.Length - offset)
                throw new EndOfRunException("a range lies outside");
            return Move(pointer, offset, derive.Length is null ? pointer.Length - offset : length);
        }

        return Move(pointer, offset, length);
    }

    private MemoryRegion ExposeAll(Address address, IrType type) =>
        _cells.Expose(address.Cell, type.Size == address.Size ? type : new OpaqueType(address.Size));

    private void Execute(MemoryBlockInstruction block)
    {
        var destination = ReadSpan(block.Destination, block.Operator is MemoryBlockOperator.Fill or MemoryBlockOperator.Copy, block.Site);
        switch (block.Operator)
        {
            case MemoryBlockOperator.Fill:
                var size = Math.Max(((PointerType)block.Destination.Type).Element.Size, 1);
                for (var i = 0; i + size <= destination.Length; i += size)
                    Cells.Save([.. ReadAll(block.Operand, block.Site)], destination[i..], block.Operand.Type);
                break;
            case MemoryBlockOperator.Copy:
                var source = ReadSpan(block.Operand, isWrite: false, block.Site);
                if (source.Length > destination.Length)
                    throw new EndOfRunException("a span is too short");
                source.CopyTo(destination);
                break;
            case MemoryBlockOperator.IndexOf:
                Write(block.Target!.Value, [new Number(FindElement(block, destination))], block.Site);
                break;
            default:
                var other = ReadSpan(block.Operand, isWrite: false, block.Site);
                var isTrue = block.Operator switch
                {
                    MemoryBlockOperator.StartsWith => destination.StartsWith(other),
                    MemoryBlockOperator.EndsWith => destination.EndsWith(other),
                    _ => destination.SequenceEqual(other),
                };
                Write(block.Target!.Value, [new Number(isTrue ? 1 : 0)], block.Site);
                break;
        }
    }

    private int FindElement(MemoryBlockInstruction block, Span<byte> memory)
    {
        var element = new byte[block.Operand.Type.Size];
        Cells.Save([.. ReadAll(block.Operand, block.Site)], element, block.Operand.Type);
        for (var i = 0; i + element.Length <= memory.Length; i += element.Length)
        {
            if (memory.Slice(i, element.Length).SequenceEqual(element))
                return i / element.Length;
        }

        return -1;
    }

    private Span<byte> ReadSpan(Operand span, bool isWrite, Site site) =>
        Read(span, site) is Pointer { Memory: not null, Length: > 0 } pointer ? Access(pointer, pointer.Length, isWrite, site) : [];
}
