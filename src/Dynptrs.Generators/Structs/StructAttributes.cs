using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Structs;

/// <summary>The attributes of structs and of their fields.</summary>
internal static class StructAttributes
{
    public const string StructLayout = "System.Runtime.InteropServices.StructLayoutAttribute";

    public const string NetworkOrder = "Dynptrs.NetworkOrderAttribute";

    public const string BitField = "Dynptrs.BitFieldAttribute";

    public const string Padding = "Dynptrs.PaddingAttribute";

    public static bool Has(ISymbol symbol, string name) => symbol.GetAttributes().Any(attribute => Is(attribute, name));

    public static ImmutableArray<AttributeData> Find(ISymbol symbol, string name)
    {
        var attributes = symbol.GetAttributes();
        return attributes.IsEmpty ? attributes : attributes.WhereAsArray(name);
    }

    /// <summary>Where an attribute is written, or the symbol that carries it.</summary>
    public static Location Locate(AttributeData attribute, ISymbol symbol) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? symbol.Locations[0];

    private static ImmutableArray<AttributeData> WhereAsArray(this ImmutableArray<AttributeData> attributes, string name) =>
        [.. attributes.Where(attribute => Is(attribute, name))];

    /// <summary>
    /// Most attributes differ in their last name, and each struct is read again with each edit: so that is compared first.
    /// </summary>
    private static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type
        && name.EndsWith(type.Name, System.StringComparison.Ordinal)
        && type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) == name;
}
