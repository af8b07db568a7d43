namespace Dynptrs.Verifier.IR;

/// <summary>A reference to an object: a map, a context, a delegate, something rented from a pool. Copies are the same object.</summary>
public sealed class HandleType : IrType
{
    private HandleType()
        : base(cellCount: 1, size: 8)
    {
    }

    /// <summary>The only instance.</summary>
    public static HandleType Instance { get; } = new();

    /// <inheritdoc/>
    public override bool MayHoldReference => true;

    /// <inheritdoc/>
    public override string ToString() => "handle";
}
