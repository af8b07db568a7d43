namespace Dynptrs.Verifier.IR;

/// <summary>A value that is not followed: a float, a large struct, a generic parameter.</summary>
/// <param name="size">The size in bytes, or -1.</param>
public sealed class OpaqueType(int size) : IrType(cellCount: 1, size)
{
    /// <summary>One of unknown size.</summary>
    public static OpaqueType Unsized { get; } = new(-1);

    /// <summary>The name of the type, or empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The alignment in bytes with which the type is laid out. What is verified counts on none.</summary>
    public int DeclaredAlignment { get; init; } = 1;

    /// <summary>The type of the elements, for what is an array and nothing else.</summary>
    public IrType? Element { get; init; }

    /// <inheritdoc/>
    public override int Alignment => 1;

    /// <inheritdoc/>
    public override string ToString() => "opaque";
}
