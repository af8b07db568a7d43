namespace Dynptrs.Verifier.IR;

/// <summary>A ref, a span or a pointer: an alias of a place or of the memory of a view.</summary>
/// <param name="element">What it points to.</param>
/// <param name="isReadOnly">Whether it may only be read through.</param>
public sealed class PointerType(IrType element, bool isReadOnly) : IrType(cellCount: 1, size: 8)
{
    /// <summary>What it points to; for a span, one element.</summary>
    public IrType Element { get; } = element;

    /// <summary>Whether it may only be read through.</summary>
    public bool IsReadOnly { get; } = isReadOnly;

    /// <inheritdoc/>
    public override string ToString() => (IsReadOnly ? "in " : "ref ") + Element;
}
