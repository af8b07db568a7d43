using System;
using System.Collections.Immutable;
using System.Linq;

namespace Dynptrs.Verifier.IR;

/// <summary>Bytes that never change: a text, or a table of numbers.</summary>
/// <param name="name">What the source calls the table, or empty for a text.</param>
/// <param name="bytes">The bytes.</param>
public sealed class ConstantData(string name, ImmutableArray<byte> bytes) : IEquatable<ConstantData>
{
    /// <summary>What the source calls the table, or empty for a text.</summary>
    public string Name { get; } = name;

    /// <summary>The bytes; behind those of a text lies a zero that is none of them.</summary>
    public ImmutableArray<byte> Bytes { get; } = bytes;

    /// <summary>Whether it is a text.</summary>
    public bool IsText => Name.Length == 0;

    /// <summary>The number of a type that lies at an offset, or <see langword="null"/> outside.</summary>
    public long? Read(long offset, ScalarType type)
    {
        if (offset < 0 || offset > Bytes.Length - type.Size)
            return null;
        var number = 0UL;
        for (var i = type.Size - 1; i >= 0; i--)
            number = (number << 8) | Bytes[(int)offset + i];
        var unused = 64 - (8 * type.Size);
        return type.IsSigned ? (long)(number << unused) >> unused : (long)number;
    }

    /// <inheritdoc/>
    public bool Equals(ConstantData? other) =>
        ReferenceEquals(this, other) || (other is not null && Name == other.Name && Bytes.SequenceEqual(other.Bytes));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConstantData);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(Name) * 397) ^ Bytes.Length);
}
