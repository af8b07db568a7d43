namespace Dynptrs.Verifier.IR;

/// <summary>An owner such as a dynptr: opaque, with a typestate, never copied.</summary>
/// <param name="name">The name of the type.</param>
public sealed class OwnerType(string name) : IrType(cellCount: 1, size: 16)
{
    /// <summary>The name of the type.</summary>
    public string Name { get; } = name;

    /// <summary>The type of the kernel's that it stands for, or <see langword="null"/> where that is not known.</summary>
    public KernelType? KernelType { get; init; }

    /// <inheritdoc/>
    public override bool ContainsOwner => true;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
