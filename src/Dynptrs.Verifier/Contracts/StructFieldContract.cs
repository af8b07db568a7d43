namespace Dynptrs.Verifier.Contracts;

/// <summary>The field of a struct of the kernel's for which a member stands.</summary>
/// <param name="Struct">The kernel's name of the struct.</param>
/// <param name="Path">The kernel's name of the field, behind those of the structs in which it lies.</param>
/// <param name="Trust">What the kernel vouches for of the object that the field points to.</param>
/// <param name="IsProbed">Whether it is copied from wherever it lies, and not read at once.</param>
public sealed record StructFieldContract(string Struct, string Path, PointerTrust Trust, bool IsProbed)
{
    /// <summary>Where it lies, in bytes from the start; <see langword="null"/> where the loader finds it by its name.</summary>
    public int? Offset { get; init; }
}
