using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts;

/// <summary>A <c>[LoadTimeConstant]</c>, as it stands on a field, whether or not it makes sense.</summary>
/// <param name="Type">The type of the field.</param>
/// <param name="Range">The range in it, or <see langword="null"/> for none.</param>
/// <param name="Listed">The values in it; <see langword="default"/> for no list.</param>
internal sealed record LoadTimeSetting(ScalarType Type, ValueRange? Range, ImmutableArray<long> Listed)
{
    /// <summary>What host code may set the field to, or <see langword="null"/> where the attribute does not say that.</summary>
    public LoadTimeValues? Values => this switch
    {
        _ when FindStranger() is not null => null,
        { Range: null, Listed.IsDefault: true } => AllOf(Type),
        { Range: null, Listed.IsEmpty: false } => LoadTimeValues.Of(Listed),
        { Range: { } range, Listed.IsDefault: true } when range.Min <= range.Max => LoadTimeValues.Of(range),
        _ => null,
    };

    /// <summary>Reads the attribute, unless the field is none that host code can set and a program can read.</summary>
    public static LoadTimeSetting? Read(IFieldSymbol field, AttributeData attribute)
    {
        if (field is not { IsStatic: true, IsConst: false, IsReadOnly: false, AssociatedSymbol: null }
            || TypeLowering.Scalar(field.Type) is not { } type)
        {
            return null;
        }

        var range = attribute.ConstructorArguments is [{ Value: long min }, { Value: long max }] ? new ValueRange(min, max) : null;
        var listed = attribute.NamedArguments is [{ Key: "Values", Value: { Kind: TypedConstantKind.Array, IsNull: false } values }]
            ? [.. values.Values.Select(value => value.Value).OfType<long>()]
            : default(ImmutableArray<long>);
        return new LoadTimeSetting(type, range, listed);
    }

    /// <summary>A value that the type of the field does not have, or <see langword="null"/>.</summary>
    public long? FindStranger()
    {
        foreach (var value in Range is { } range ? [range.Min, range.Max] : Listed.IsDefault ? [] : Listed)
        {
            if (!Has(Type, value))
                return value;
        }

        return null;
    }

    private static bool Has(ScalarType type, long value) => (type.Size, type.IsSigned) switch
    {
        _ when type == ScalarType.Bool => value is 0 or 1,
        (8, true) => true,
        (8, false) => value >= 0,
        (var size, true) => value >> ((8 * size) - 1) is 0 or -1,
        (var size, false) => value >> (8 * size) == 0,
    };

    private static LoadTimeValues AllOf(ScalarType type) => (type.Size, type.IsSigned) switch
    {
        _ when type == ScalarType.Bool => LoadTimeValues.Of(new ValueRange(0, 1)),
        (8, _) => LoadTimeValues.Any,
        (var size, true) => LoadTimeValues.Of(new ValueRange(-1L << ((8 * size) - 1), (1L << ((8 * size) - 1)) - 1)),
        (var size, false) => LoadTimeValues.Of(new ValueRange(0, (1L << (8 * size)) - 1)),
    };
}
