using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Objects;

/// <summary>Tells whether a member of the skeleton may be public.</summary>
internal static class Visibility
{
    /// <summary>Whether a type, all types around it and all its type arguments are public.</summary>
    public static bool IsPublic(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPublic(array.ElementType),
        IPointerTypeSymbol pointer => IsPublic(pointer.PointedAtType),
        INamedTypeSymbol named => named.DeclaredAccessibility == Accessibility.Public
            && (named.ContainingType is null || IsPublic(named.ContainingType))
            && named.TypeArguments.All(IsPublic),
        _ => true,
    };
}
