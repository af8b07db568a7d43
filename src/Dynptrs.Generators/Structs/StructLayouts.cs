using System.Collections.Generic;
using Dynptrs.Analyzers.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Structs;

/// <summary>The layouts of structs, as the runtime lays them out and as C does.</summary>
internal sealed class StructLayouts(Compilation compilation)
{
    private readonly Dictionary<INamedTypeSymbol, StructLayout> _known = new(SymbolEqualityComparer.Default);

    private readonly MetadataLayout _metadata = new(compilation);

    /// <summary>The layout of a struct; a size of -1 where it is not fixed.</summary>
    public StructLayout Of(INamedTypeSymbol type)
    {
        if (!_known.TryGetValue(type, out var layout))
            _known[type] = layout = StructLayout.Of(type, _metadata, Measure);
        return layout;
    }

    /// <summary>The size and the alignment of a type; a size of -1 where C has none like it.</summary>
    public (int Size, int Alignment) Measure(ITypeSymbol type)
    {
        if (SizeOf(type) is var size and > 0)
            return (size, size);
        if (type is not INamedTypeSymbol
            {
                TypeKind: TypeKind.Struct,
                IsRefLikeType: false,
                IsUnmanagedType: true,
                SpecialType: SpecialType.None,
            } named)
        {
            return (-1, 1);
        }

        var layout = Of(named);
        return (layout.Fields.IsEmpty ? -1 : layout.Size, layout.Alignment);
    }

    /// <summary>The size of a number that C has too, or -1 for another type.</summary>
    public static int SizeOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte or SpecialType.System_Byte => 1,
        SpecialType.System_Int16 or SpecialType.System_UInt16 => 2,
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single => 4,
        SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double => 8,
        _ => type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? SizeOf(underlying) : -1,
    };
}
