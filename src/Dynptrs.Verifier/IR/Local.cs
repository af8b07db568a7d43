namespace Dynptrs.Verifier.IR;

/// <summary>A parameter, a local variable or a temporary.</summary>
/// <param name="index">Its index in <see cref="Function.Locals"/>.</param>
/// <param name="name">Its name in the source; for a temporary, the expression it stands for, or empty.</param>
/// <param name="type">Its type. A by-ref parameter has a <see cref="PointerType"/>.</param>
/// <param name="firstCell">Its first cell, counted from the first cell of the frame.</param>
/// <param name="isTemporary">Whether lowering made it.</param>
public sealed class Local(int index, string name, IrType type, int firstCell, bool isTemporary)
{
    /// <summary>Its index in <see cref="Function.Locals"/>.</summary>
    public int Index { get; } = index;

    /// <summary>Its name in the source; for a temporary, the expression it stands for, or empty.</summary>
    public string Name { get; } = name;

    /// <summary>Its type. A by-ref parameter has a <see cref="PointerType"/>.</summary>
    public IrType Type { get; } = type;

    /// <summary>Its first cell, counted from the first cell of the frame.</summary>
    public int FirstCell { get; } = firstCell;

    /// <summary>Whether lowering made it.</summary>
    public bool IsTemporary { get; } = isTemporary;

    /// <summary>Whether it is a by-ref parameter, which points to one variable of the caller's.</summary>
    public bool IsByRef { get; init; }

    /// <summary>The scope in which it lives, or <see langword="null"/> for the whole function.</summary>
    public LocalScope? Scope { get; init; }

    /// <summary>The type in C of what a handle refers to, or <see langword="null"/> where that is not known.</summary>
    public string? KernelType { get; init; }

    /// <inheritdoc/>
    public override string ToString() => IsTemporary ? "t" + Index : Name;
}
