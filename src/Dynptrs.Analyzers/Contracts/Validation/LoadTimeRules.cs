using System.Threading;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts.Validation;

/// <summary>
/// What <c>[LoadTimeConstant]</c> asks of the field on which it stands: one that does not fit is read as any other static field is.
/// </summary>
internal static class LoadTimeRules
{
    /// <summary>Says what is wrong, or <see langword="null"/> for nothing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="attribute">Its attribute.</param>
    /// <param name="globals">Says what fields begin with.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static string? Judge(IFieldSymbol field, AttributeData attribute, GlobalVariables globals, CancellationToken cancellationToken)
    {
        if (field is { IsConst: true } or { IsStatic: false } or { AssociatedSymbol: not null })
            return $"`[LoadTimeConstant]` on `{field.Name}` must stand on a static field, which host code can set";
        if (field.IsReadOnly)
            return $"`[LoadTimeConstant]` on `{field.Name}` contradicts `readonly`: host code could not set it";
        if (TypeLowering.Scalar(field.Type) is null)
            return $"`[LoadTimeConstant]` on `{field.Name}` must stand on an integer, a `bool`, a `char` or an enum";
        if (LoadTimeSetting.Read(field, attribute) is not { } setting)
            return null;
        if (setting is { Range: not null, Listed.IsDefault: false })
            return $"`[LoadTimeConstant]` on `{field.Name}` has a range and lists values: it is one of them";
        if (setting.Listed is { IsDefault: false, IsEmpty: true })
            return $"`[LoadTimeConstant]` on `{field.Name}` lists no value";
        if (setting.FindStranger() is { } stranger)
            return $"`[LoadTimeConstant]` on `{field.Name}` allows {stranger}, which its type does not have";
        if (setting.Range is { } range && range.Min > range.Max)
            return $"`[LoadTimeConstant]` on `{field.Name}` has no value: {range.Min} is greater than {range.Max}";
        if (setting.Values is not { } values || field.DeclaringSyntaxReferences.IsEmpty)
            return null;
        if (globals.Of(field, cancellationToken).InitialValue is not { } initial)
            return $"`[LoadTimeConstant]` on `{field.Name}` needs a constant to begin with, which is what programs are loaded with unless it is set";
        return Has(values, initial) ? null : $"`[LoadTimeConstant]` on `{field.Name}` does not allow {initial}, with which it begins";
    }

    private static bool Has(LoadTimeValues values, long value) =>
        values.Range is { } range ? range.Min <= value && value <= range.Max : values.Listed.IsEmpty || values.Listed.Contains(value);
}
