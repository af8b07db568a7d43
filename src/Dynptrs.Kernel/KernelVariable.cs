namespace Dynptrs.Kernel;

/// <summary>A variable of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Section">Where it lies: <c>".data"</c>, <c>".bss"</c> or <c>".rodata"</c>.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record KernelVariable(string Name, string Section, int Size)
{
    internal int Offset { get; init; }
}
