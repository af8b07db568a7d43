using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using Dynptrs.Interpreter.Values;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter;

/// <summary>The variables of all frames: a struct is flattened into its leaves, as in the verifier.</summary>
internal sealed class Cells
{
    private readonly List<Value?> _cells = [];

    public int Count => _cells.Count;

    public Value? this[int cell]
    {
        get => _cells[cell] is ExposedCell exposed ? Decode(exposed.Memory.Bytes.AsSpan(exposed.Offset), exposed.Type) : _cells[cell];
        set
        {
            if (_cells[cell] is ExposedCell exposed)
                Encode(exposed.Memory.Bytes.AsSpan(exposed.Offset), exposed.Type, value);
            else
                _cells[cell] = value;
        }
    }

    public void Resize(int count)
    {
        if (count < _cells.Count)
            _cells.RemoveRange(count, _cells.Count - count);
        while (_cells.Count < count)
            _cells.Add(null);
    }

    /// <summary>Forgets a variable, so that a new one may have its cell.</summary>
    public void Remove(int cell) => _cells[cell] = null;

    /// <summary>Makes a variable into memory.</summary>
    public MemoryRegion Expose(int cell, IrType type)
    {
        if (_cells[cell] is ExposedCell { Offset: 0 } exposed)
            return exposed.Memory;
        var memory = new MemoryRegion(new byte[Math.Max(type.Size, 0)]);
        Expose(memory, cell, 0, type);
        return memory;
    }

    /// <summary>The default value of a type, leaf by leaf.</summary>
    public static void AddDefaults(List<Value?> values, IrType type)
    {
        switch (type)
        {
            case StructType structure:
                foreach (var field in structure.Fields)
                    AddDefaults(values, field.Type);
                break;
            case ScalarType:
                values.Add(new Number(0));
                break;
            case PointerType or ViewType:
                values.Add(Pointer.Null);
                break;
            case HandleType:
                values.Add(Handle.Null);
                break;
            case OwnerType:
                values.Add(null);
                break;
            default:
                values.Add(new Bytes(new byte[Math.Max(type.Size, 0)]));
                break;
        }
    }

    /// <summary>Reads the leaves of a type from memory.</summary>
    public static void Load(List<Value?> values, ReadOnlySpan<byte> memory, IrType type)
    {
        if (type is StructType structure)
        {
            foreach (var field in structure.Fields)
                Load(values, memory[field.ByteOffset..], field.Type);
        }
        else
        {
            values.Add(Decode(memory, type));
        }
    }

    /// <summary>Writes the leaves of a type to memory.</summary>
    /// <returns>How many leaves there were.</returns>
    public static int Save(ReadOnlySpan<Value?> values, Span<byte> memory, IrType type)
    {
        if (type is not StructType structure)
        {
            Encode(memory, type, values[0]);
            return 1;
        }

        var count = 0;
        foreach (var field in structure.Fields)
            count += Save(values[count..], memory[field.ByteOffset..], field.Type);
        return count;
    }

    private void Expose(MemoryRegion memory, int cell, int offset, IrType type)
    {
        if (type is StructType structure)
        {
            foreach (var field in structure.Fields)
                Expose(memory, cell + field.CellOffset, offset + field.ByteOffset, field.Type);
            return;
        }

        Encode(memory.Bytes.AsSpan(offset), type, this[cell]);
        _cells[cell] = new ExposedCell(memory, offset, type);
    }

    private static Value Decode(ReadOnlySpan<byte> memory, IrType type)
    {
        switch (type)
        {
            case ScalarType scalar:
                Span<byte> wide = stackalloc byte[8];
                memory[..scalar.Size].CopyTo(wide);
                return new Number(Arithmetic.Cut(BinaryPrimitives.ReadInt64LittleEndian(wide), scalar));
            case OpaqueType { Size: >= 0 } opaque:
                return new Bytes(memory[..opaque.Size].ToArray());
            case PointerType or ViewType:
                return Pointer.Foreign;
            default:
                throw new EndOfRunException($"a {type} cannot lie in memory");
        }
    }

    private static void Encode(Span<byte> memory, IrType type, Value? value)
    {
        switch (type, value)
        {
            case (ScalarType scalar, Number number):
                Span<byte> wide = stackalloc byte[8];
                BinaryPrimitives.WriteInt64LittleEndian(wide, number.Bits);
                wide[..scalar.Size].CopyTo(memory);
                break;
            case (OpaqueType, Bytes bytes):
                bytes.Content.CopyTo(memory);
                break;
            case (_, null):
                break;
            default:
                throw new EndOfRunException($"a {type} cannot lie in memory");
        }
    }
}
