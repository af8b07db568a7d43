namespace Dynptrs.Verifier.IR;

/// <summary>A value that is not followed: a float, a large struct, a generic parameter.</summary>
/// <param name="size">The size in bytes, or -1.</param>
public sealed class OpaqueType(int size) : IrType(cellCount: 1, size)
{
    /// <summary>One of unknown size.</summary>
    public static OpaqueType Unsized { get; } = new(-1);

    /// <inheritdoc/>
    public override int Alignment => 1;

    /// <inheritdoc/>
    public override string ToString() => "opaque";
}
