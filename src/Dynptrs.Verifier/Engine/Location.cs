using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.Engine;

/// <summary>What a place means in a state: cells whose content is followed, memory whose content is not, or neither is known.</summary>
/// <param name="Cell">The first cell, or -1.</param>
/// <param name="Pointer">The pointer to the memory, if it is memory.</param>
internal readonly record struct Location(int Cell, PointerValue? Pointer)
{
    public static Location Unknown { get; } = new(-1, null);

    public bool IsCell => Cell >= 0;

    public static Location OfCell(int cell) => new(cell, null);

    public static Location OfMemory(PointerValue pointer) => new(-1, pointer);
}
