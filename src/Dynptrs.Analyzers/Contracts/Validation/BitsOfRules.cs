using Dynptrs.Analyzers.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts.Validation;

/// <summary>
/// What <c>[BitsOf]</c> asks of the property on which it stands: one that does not fit is followed as any other property is.
/// </summary>
internal static class BitsOfRules
{
    /// <summary>Says what is wrong, or <see langword="null"/> for nothing.</summary>
    /// <param name="property">The property.</param>
    /// <param name="attribute">Its attribute.</param>
    /// <param name="known">Reads the attribute.</param>
    public static string? Judge(IPropertySymbol property, AttributeData attribute, KnownTypes known)
    {
        if (property.IsStatic || property.IsIndexer || property.ContainingType is not { IsValueType: true } type)
            return $"`[BitsOf]` on `{property.Name}` must stand on a property of a struct's instances";
        if (TypeLowering.Scalar(property.Type) is null)
            return $"`[BitsOf]` on `{property.Name}` must stand on a number";
        if (known.BitsOf(property) is not { } bits)
            return $"`[BitsOf]` names `{attribute.ConstructorArguments[0].Value}`, which is no field of `{type.Name}`";
        if (TypeLowering.Scalar(bits.Field.Type) is not { } storage)
            return $"`[BitsOf]` names `{bits.Field.Name}`, which is no number";
        return bits.Fits(storage.Size)
            ? null
            : $"`[BitsOf]` on `{property.Name}` takes {bits.Width} bits from bit {bits.Offset} on, and `{bits.Field.Name}` has {8 * storage.Size}";
    }
}
