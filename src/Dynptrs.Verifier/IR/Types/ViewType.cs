namespace Dynptrs.Verifier.IR;

/// <summary>A view such as a slice or a map value: a pointer to memory that may be null and dies with its owner.</summary>
/// <param name="name">The name of the type.</param>
/// <param name="element">The type of the memory, or <see langword="null"/> for bytes.</param>
/// <param name="isReadOnly">Whether the memory may only be read through it.</param>
public sealed class ViewType(string name, IrType? element, bool isReadOnly) : IrType(cellCount: 1, size: 8)
{
    /// <summary>The name of the type.</summary>
    public string Name { get; } = name;

    /// <summary>The type of the memory, or <see langword="null"/> for bytes.</summary>
    public IrType? Element { get; } = element;

    /// <summary>Whether the memory may only be read through it.</summary>
    public bool IsReadOnly { get; } = isReadOnly;

    /// <summary>Whether it can be moved by bytes, compared and subtracted, as a pointer can.</summary>
    public bool IsPointer { get; init; }

    /// <inheritdoc/>
    public override bool MayHoldReference => true;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
