using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Structs;

/// <summary>Finds what keeps a field from having one size and one meaning, here and in the kernel.</summary>
internal static class FieldObstacle
{
    /// <summary>What is wrong with a field, as the end of a sentence, or <see langword="null"/>.</summary>
    public static string? Find(IFieldSymbol field, StructLayouts layouts)
    {
        var name = field.AssociatedSymbol?.Name ?? field.Name;
        if (field.RefKind != RefKind.None)
            return $"`{name}` is a reference to another variable";
        if (field.IsFixedSizeBuffer && field.Type is IPointerTypeSymbol element)
            return Find(name, element.PointedAtType, layouts);
        return Find(name, field.Type, layouts);
    }

    private static string? Find(string name, ITypeSymbol type, StructLayouts layouts)
    {
        var shown = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return type switch
        {
            // The compiler reports a type that is not known.
            IErrorTypeSymbol => null,
            { IsReferenceType: true } => $"`{name}` is a reference to an object, a `{shown}`",
            { SpecialType: SpecialType.System_Boolean } => $"`{name}` is a `bool`, which has no value for most bytes; write `byte`",
            { SpecialType: SpecialType.System_Char } => $"`{name}` is a `char`, which is text to .NET; write `ushort`",
            { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } or IPointerTypeSymbol or IFunctionPointerTypeSymbol =>
                $"`{name}` is as wide as the addresses of the process; write `ulong`",
            { IsUnmanagedType: false } => $"`{name}` holds references to objects, in a `{shown}`",
            _ => FindInside(name, type, layouts)
                ?? (layouts.Measure(type).Size < 0 ? $"`{name}` is a `{shown}`, which has no layout that C shares" : null),
        };
    }

    private static string? FindInside(string name, ITypeSymbol type, StructLayouts layouts)
    {
        // What the framework's structs hold is their own affair.
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None, IsTupleType: false } named
            || named.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        foreach (var field in layouts.Of(named).Fields)
        {
            if (Find(field, layouts) is { } reason)
                return $"`{name}` is a `{named.Name}`, which has no layout that C shares: {reason}";
        }

        return null;
    }
}
