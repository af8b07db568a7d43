namespace Dynptrs.Tool.Structs;

/// <summary>A field that a program wants.</summary>
/// <param name="Path">The kernel's name of it, behind those of the structs in which it lies.</param>
/// <param name="Type">Its type in C#.</param>
/// <param name="IsPointer">Whether it points to another struct.</param>
/// <param name="Trust">What the kernel vouches for of that.</param>
internal sealed record StructField(string Path, string Type, bool IsPointer, PointerTrust Trust);
