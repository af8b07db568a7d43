namespace Dynptrs.Verifier.IR;

/// <summary>A part of a value that stands for a type of the kernel's.</summary>
/// <param name="Name">The name of its type.</param>
/// <param name="Type">The type of the kernel's.</param>
/// <param name="Offset">Where it begins, in bytes from the start of the value.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record KernelPart(string Name, KernelType Type, int Offset, int Size);
