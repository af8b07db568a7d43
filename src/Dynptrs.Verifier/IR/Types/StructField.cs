namespace Dynptrs.Verifier.IR;

/// <summary>A field of a <see cref="StructType"/>.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Type">Its type.</param>
/// <param name="CellOffset">Its first cell, counted from the first cell of the struct.</param>
/// <param name="ByteOffset">Its offset in bytes, or -1 where the layout is not fixed.</param>
public sealed record StructField(string Name, IrType Type, int CellOffset, int ByteOffset)
{
    /// <summary>The alignment in bytes that the struct leaves it, where that is less than its type's.</summary>
    public int Alignment { get; init; } = int.MaxValue;
}
