using System;
using System.Collections.Immutable;
using System.Linq;

namespace Dynptrs.Verifier.IR;

/// <summary>A struct whose fields are followed one by one.</summary>
public sealed class StructType : IrType
{
    /// <summary>Makes a struct type.</summary>
    /// <param name="name">The name of the type.</param>
    /// <param name="size">The size in bytes, or -1.</param>
    /// <param name="fields">The fields; their cells follow one another.</param>
    public StructType(string name, int size, ImmutableArray<StructField> fields)
        : base(fields.Sum(field => field.Type.CellCount), size)
    {
        Name = name;
        Fields = fields;
        ContainsOwner = fields.Any(field => field.Type.ContainsOwner);
        MayHoldReference = fields.Any(field => field.Type.MayHoldReference);
        Alignment = fields.Select(field => Math.Min(field.Alignment, field.Type.Alignment)).DefaultIfEmpty(1).Max();
    }

    /// <summary>The name of the type.</summary>
    public string Name { get; }

    /// <summary>The type in C that it stands for, or <see langword="null"/>.</summary>
    public KernelType? KernelType { get; init; }

    /// <summary>The fields in the order of their cells.</summary>
    public ImmutableArray<StructField> Fields { get; }

    /// <inheritdoc/>
    public override int Alignment { get; }

    /// <inheritdoc/>
    public override bool ContainsOwner { get; }

    /// <summary>What is kept in one cell of a value: its type, and where it begins, in bytes.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="cell">The cell, counted from the first of the value.</param>
    public static (IrType Type, int Offset) Find(IrType type, int cell)
    {
        var offset = 0;
        while (type is StructType structure)
        {
            var field = structure.Fields.Last(field => field.CellOffset <= cell);
            offset += Math.Max(field.ByteOffset, 0);
            (type, cell) = (field.Type, cell - field.CellOffset);
        }

        return (type, offset);
    }

    /// <inheritdoc/>
    public override bool MayHoldReference { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
