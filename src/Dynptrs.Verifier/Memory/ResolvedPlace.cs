using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.Memory;

/// <summary>What a place means in a state: cells whose content is followed, memory whose content is not, or neither is known.</summary>
/// <param name="Cell">The first cell, or -1.</param>
/// <param name="Pointer">The pointer to the memory, if it is memory.</param>
/// <param name="Offset">How far behind the pointer the place lies, in bytes.</param>
internal readonly record struct ResolvedPlace(int Cell, PointerValue? Pointer, Scalar Offset)
{
    public static ResolvedPlace Unknown { get; } = new(-1, null, default);

    public bool IsCell => Cell >= 0;

    public static ResolvedPlace OfCell(int cell) => new(cell, null, default);

    public static ResolvedPlace OfMemory(PointerValue pointer, in Scalar offset) => new(-1, pointer, offset);
}
