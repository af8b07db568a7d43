namespace Dynptrs.Verifier.IR;

/// <summary>An integer, enum, char or bool. A value is kept as 64 bits, sign- or zero-extended from its width.</summary>
public sealed class ScalarType : IrType
{
    private ScalarType(string name, int size, bool isSigned)
        : base(cellCount: 1, size)
    {
        Name = name;
        IsSigned = isSigned;
    }

    /// <summary>A bool: 0 or 1.</summary>
    public static ScalarType Bool { get; } = new("bool", 1, isSigned: false);

    /// <summary>A signed 8-bit integer.</summary>
    public static ScalarType I8 { get; } = new("i8", 1, isSigned: true);

    /// <summary>An unsigned 8-bit integer.</summary>
    public static ScalarType U8 { get; } = new("u8", 1, isSigned: false);

    /// <summary>A signed 16-bit integer.</summary>
    public static ScalarType I16 { get; } = new("i16", 2, isSigned: true);

    /// <summary>An unsigned 16-bit integer.</summary>
    public static ScalarType U16 { get; } = new("u16", 2, isSigned: false);

    /// <summary>A signed 32-bit integer.</summary>
    public static ScalarType I32 { get; } = new("i32", 4, isSigned: true);

    /// <summary>An unsigned 32-bit integer.</summary>
    public static ScalarType U32 { get; } = new("u32", 4, isSigned: false);

    /// <summary>A signed 64-bit integer.</summary>
    public static ScalarType I64 { get; } = new("i64", 8, isSigned: true);

    /// <summary>An unsigned 64-bit integer.</summary>
    public static ScalarType U64 { get; } = new("u64", 8, isSigned: false);

    /// <summary>The type's short name, such as <c>u32</c>.</summary>
    public string Name { get; }

    /// <summary>Whether the value is sign-extended.</summary>
    public bool IsSigned { get; }

    /// <inheritdoc/>
    public override int Alignment => Size;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
