using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Structs;

/// <summary>The attributes of structs and of their fields.</summary>
internal static class StructAttributes
{
    public const string StructLayout = "System.Runtime.InteropServices.StructLayoutAttribute";

    public const string GeneratedCode = "System.CodeDom.Compiler.GeneratedCodeAttribute";

    public const string NetworkOrder = "Dynptrs.NetworkOrderAttribute";

    public const string BitField = "Dynptrs.BitFieldAttribute";

    public const string Padding = "Dynptrs.PaddingAttribute";

    public static bool Has(ISymbol symbol, string name) => Find(symbol, name).Any();

    public static IEnumerable<AttributeData> Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass?.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) == name);

    /// <summary>Where an attribute is written, or the symbol that carries it.</summary>
    public static Location Locate(AttributeData attribute, ISymbol symbol) => attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? symbol.Locations[0];
}
