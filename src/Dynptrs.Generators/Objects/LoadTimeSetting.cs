using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Objects;

/// <summary>What a field may be set to before the programs are loaded that read it.</summary>
/// <param name="Pattern">The pattern that such a number matches; empty where each value of the type does.</param>
internal sealed record LoadTimeSetting(string Pattern)
{
    private const string AttributeName = "LoadTimeConstantAttribute";

    /// <summary>Reads what stands on a field, or answers <see langword="null"/> where host code does not set it before loading.</summary>
    /// <remarks>A contract that says nothing is reported by the analyzer; the field is an ordinary one then, or takes any value.</remarks>
    public static LoadTimeSetting? TryRead(IFieldSymbol field, IAssemblySymbol library)
    {
        if (field.IsReadOnly || !IsNumber(field.Type))
            return null;
        var attribute = field.GetAttributes().FirstOrDefault(data => data.AttributeClass?.Name == AttributeName
            && SymbolEqualityComparer.Default.Equals(data.AttributeClass.ContainingAssembly, library));
        return attribute is null ? null
            : field.Type.SpecialType == SpecialType.System_Boolean ? new LoadTimeSetting("")
            : new LoadTimeSetting(PatternOf(attribute));
    }

    private static string PatternOf(AttributeData attribute) => attribute switch
    {
        { ConstructorArguments: [{ Value: long min }, { Value: long max }] } when min <= max => $">= {Text(min)} and <= {Text(max)}",
        { NamedArguments: [{ Key: "Values", Value: { Kind: TypedConstantKind.Array, IsNull: false } values }] } =>
            string.Join(" or ", values.Values.Select(value => value.Value).OfType<long>().Distinct().Select(Text)),
        _ => "",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture) + "L";

    private static bool IsNumber(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Enum }
        || type.SpecialType is SpecialType.System_Boolean
            or SpecialType.System_Char
            or SpecialType.System_IntPtr
            or SpecialType.System_UIntPtr
            or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64);
}
