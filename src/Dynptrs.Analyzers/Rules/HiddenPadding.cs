using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>What the diagnostic of bytes that no field declares tells its code fix: the generators write it.</summary>
/// <param name="Offset">Where the padding starts.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Alignment">The alignment of the struct, which the fields that declare it must not raise.</param>
internal readonly record struct HiddenPadding(int Offset, int Length, int Alignment)
{
    private const string OffsetKey = "Offset";
    private const string LengthKey = "Length";
    private const string AlignmentKey = "Alignment";

    /// <summary>The properties of a diagnostic that tell it.</summary>
    public ImmutableDictionary<string, string?> Write() => ImmutableDictionary<string, string?>.Empty
        .Add(OffsetKey, Offset.ToString(CultureInfo.InvariantCulture))
        .Add(LengthKey, Length.ToString(CultureInfo.InvariantCulture))
        .Add(AlignmentKey, Alignment.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// What a diagnostic tells, or <see langword="null"/> where it tells no such thing: the padding is inside of a field.
    /// </summary>
    public static HiddenPadding? TryRead(Diagnostic diagnostic)
    {
        return Number(OffsetKey) is { } offset && Number(LengthKey) is { } length && Number(AlignmentKey) is { } alignment
            ? new HiddenPadding(offset, length, alignment)
            : null;

        int? Number(string key) =>
            diagnostic.Properties.TryGetValue(key, out var text) && text is not null ? int.Parse(text, CultureInfo.InvariantCulture) : null;
    }
}
