using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Objects;

/// <summary>Tells who may see a member of the skeleton.</summary>
internal static class Visibility
{
    /// <summary>
    /// Who may see a type, all types around it and all its type arguments: everybody, the assembly, or only the class that it stands in.
    /// </summary>
    public static Accessibility Of(ITypeSymbol type) => Parts(type).Aggregate(Accessibility.Public, Least);

    /// <summary>Who may see all of some types.</summary>
    public static Accessibility Of(IEnumerable<ITypeSymbol> types) => types.Select(Of).Aggregate(Accessibility.Public, Least);

    private static IEnumerable<Accessibility> Parts(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return [Of(array.ElementType)];
            case IPointerTypeSymbol pointer:
                return [Of(pointer.PointedAtType)];
            case INamedTypeSymbol named:
                var around = named.ContainingType is { } outer ? Of(outer) : Accessibility.Public;
                return [.. named.TypeArguments.Select(Of), around, named.DeclaredAccessibility];
            default:
                return [];
        }
    }

    private static Accessibility Least(Accessibility left, Accessibility right) => (left, right) switch
    {
        (Accessibility.Public, Accessibility.Public) => Accessibility.Public,
        (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal, Accessibility.Public
            or Accessibility.Internal
            or Accessibility.ProtectedOrInternal) => Accessibility.Internal,
        _ => Accessibility.Private,
    };
}
