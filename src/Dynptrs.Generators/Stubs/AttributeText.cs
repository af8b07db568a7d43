using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Generators.Stubs;

/// <summary>Writes an attribute as source.</summary>
internal static class AttributeText
{
    private const string Suffix = "Attribute";

    /// <summary>Writes an attribute without its brackets.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="receiver">The name that the receiver has in the stub: contracts call it <c>"this"</c>.</param>
    /// <param name="except">The named arguments that are left out.</param>
    public static string Render(AttributeData attribute, string receiver, ImmutableArray<string> except)
    {
        var name = attribute.AttributeClass!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (name.EndsWith(Suffix, System.StringComparison.Ordinal))
            name = name.Substring(0, name.Length - Suffix.Length);
        var arguments = new List<string>(attribute.ConstructorArguments.Select(argument => Render(argument, receiver)));
        foreach (var argument in attribute.NamedArguments)
        {
            if (!except.Contains(argument.Key))
                arguments.Add($"{argument.Key} = {Render(argument.Value, receiver)}");
        }

        return arguments.Count == 0 ? name : $"{name}({string.Join(", ", arguments)})";
    }

    private static string Render(TypedConstant value, string receiver) => value switch
    {
        { Kind: TypedConstantKind.Array, IsNull: false } => $"[{string.Join(", ", value.Values.Select(item => Render(item, receiver)))}]",
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } =>
            $"typeof({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})",
        { Value: "this" } => SymbolDisplay.FormatLiteral(receiver, quote: true),
        _ => value.ToCSharpString(),
    };
}
