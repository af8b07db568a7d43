using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Models;

namespace Dynptrs.Generators.Structs;

/// <summary>A struct that is to be filled with its size, its offsets, its accessors and its text.</summary>
/// <param name="Frame">Where they go.</param>
/// <param name="DeclaresLayout">Whether its layout is left to the generator to declare.</param>
/// <param name="Size">The size in bytes, or -1 where it is not fixed or has no place.</param>
/// <param name="Offsets">The offsets of its fields; none where they are not fixed or have no place.</param>
/// <param name="Accessors">The properties.</param>
/// <param name="Text">What <c>ToString</c> shows; none where the struct has one of its own.</param>
internal sealed record StructView(
    TypeFrame Frame,
    bool DeclaresLayout,
    int Size,
    EquatableArray<FieldOffset> Offsets,
    EquatableArray<BitAccessor> Accessors,
    EquatableArray<TextPart> Text);
