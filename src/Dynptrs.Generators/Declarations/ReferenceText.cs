using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Declarations;

/// <summary>Writes a member as documentation refers to it: <c>global::Dynptrs.Dynptr.Data{T}(ulong)</c>, which an editor follows.</summary>
internal static class ReferenceText
{
    public static string Render(ISymbol member)
    {
        var name = $"{member.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{member.Name}";
        if (member is IMethodSymbol method)
            name += $"{SignatureText.TypeParameters(method.TypeParameters)}({string.Join(", ", method.Parameters.Select(Render))})";
        return name.Replace('<', '{').Replace('>', '}');
    }

    private static string Render(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "",
    } + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
