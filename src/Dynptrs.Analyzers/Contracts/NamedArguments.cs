using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts;

/// <summary>Reads what an attribute is given by name. One that is left out, or is of another type, says nothing.</summary>
internal static class NamedArguments
{
    public static bool Flag(AttributeData attribute, string name) => Find(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: true };

    public static int Number(AttributeData attribute, string name) =>
        Find(attribute, name) is { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Value: int number } ? number : 0;

    public static int? NumberOrNull(AttributeData attribute, string name) =>
        Find(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: int number } ? number : null;

    /// <summary>The flags of an enumeration without sign.</summary>
    public static uint Bits(AttributeData attribute, string name) =>
        Find(attribute, name) is { Kind: TypedConstantKind.Enum, Value: uint bits } ? bits : 0;

    public static ITypeSymbol? Type(AttributeData attribute, string name) =>
        Find(attribute, name) is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } ? type : null;

    public static bool IsFalse(AttributeData attribute, string name) =>
        Find(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: false };

    public static string? Text(AttributeData attribute, string name) =>
        Find(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    public static ImmutableArray<string> Names(AttributeData attribute, string name) =>
        Find(attribute, name) is { } names ? Names(names) : ImmutableArray<string>.Empty;

    public static ImmutableArray<string> Names(ImmutableArray<TypedConstant> arguments) =>
        arguments is [var names] ? Names(names) : ImmutableArray<string>.Empty;

    private static ImmutableArray<string> Names(TypedConstant array)
    {
        if (array.Kind != TypedConstantKind.Array || array.IsNull)
            return ImmutableArray<string>.Empty;
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var value in array.Values)
        {
            if (value.Value is string text)
                names.Add(text);
        }

        return names.ToImmutable();
    }

    private static TypedConstant? Find(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }

        return null;
    }
}
