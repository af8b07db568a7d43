namespace Dynptrs.Verifier.IR;

/// <summary>What an instruction reads: a constant, or the value kept in a place.</summary>
public readonly record struct Operand
{
    private Operand(OperandKind kind, Place place, long constant, IrType type)
    {
        Kind = kind;
        Place = place;
        Value = constant;
        Type = type;
    }

    /// <summary>What the operand is.</summary>
    public OperandKind Kind { get; }

    /// <summary>The place that is read, unless the operand is a constant.</summary>
    public Place Place { get; }

    /// <summary>The constant, extended to 64 bits as its type says.</summary>
    public long Value { get; }

    /// <summary>The type of the value.</summary>
    public IrType Type { get; }

    /// <summary>A constant.</summary>
    /// <param name="value">The value, extended to 64 bits.</param>
    /// <param name="type">Its type.</param>
    public static Operand Constant(long value, ScalarType type) => new(OperandKind.Constant, default, value, type);

    /// <summary>A null reference, a null pointer, or an empty span.</summary>
    /// <param name="type">Its type.</param>
    public static Operand Null(IrType type) => new(OperandKind.Null, default, 0, type);

    /// <summary>The value of a place, which keeps it: copying an owner this way is a finding.</summary>
    /// <param name="place">The place.</param>
    public static Operand Copy(Place place) => new(OperandKind.Copy, place, 0, place.Type);

    /// <summary>The value of a temporary that is not used again: the way the result of a call gets where it belongs.</summary>
    /// <param name="place">The place.</param>
    public static Operand Move(Place place) => new(OperandKind.Move, place, 0, place.Type);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        OperandKind.Constant => Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        OperandKind.Null => "null",
        OperandKind.Move => "move " + Place,
        _ => Place.ToString(),
    };
}
