using Dynptrs.Generators.Models;

namespace Dynptrs.Generators.Structs;

/// <summary>A property that gives, and sets, bits of a field.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Accessibility">Who may use it.</param>
/// <param name="Field">The field.</param>
/// <param name="Storage">The unsigned or signed integer that the field holds, as a keyword.</param>
/// <param name="EnumType">The type of the field where it is an enumeration, else empty.</param>
/// <param name="Bits">The number of bits of the field.</param>
/// <param name="Offset">The lowest of the bits.</param>
/// <param name="Width">How many bits there are.</param>
/// <param name="IsNetworkOrder">Whether the field is in network order.</param>
/// <param name="IsReadOnly">Whether the field is set in constructors only.</param>
/// <param name="Documentation">The lines of its documentation.</param>
internal sealed record BitAccessor(
    string Name,
    string Accessibility,
    string Field,
    string Storage,
    string EnumType,
    int Bits,
    int Offset,
    int Width,
    bool IsNetworkOrder,
    bool IsReadOnly,
    EquatableArray<string> Documentation)
{
    /// <summary>Whether it gives the number as it stands in memory, which no enumeration names.</summary>
    public bool IsRaw { get; init; }

    /// <summary>Whether it gives the field as a whole.</summary>
    public bool IsWhole => Width == Bits;

    /// <summary>Its type: that of the field, or for some bits of it the smallest that they fit.</summary>
    public string Type => IsWhole ? EnumType.Length > 0 && !IsRaw ? EnumType : Storage : Width switch
    {
        1 => "bool",
        <= 8 => "byte",
        <= 16 => "ushort",
        <= 32 => "uint",
        _ => "ulong",
    };

    /// <summary>Whether it gives one bit, as a bool.</summary>
    public bool IsFlag => Width == 1;
}
