using System;

namespace Dynptrs;

/// <summary>
/// The field of a <see cref="BpfStructAttribute"/> holds its number in network order; the generator adds a property that gives it in host
/// order.
/// </summary>
/// <remarks>
/// Follows <c>__be16</c>, <c>__be32</c> and <c>__be64</c> with <c>bpf_ntohs</c> and its kin. The property is named as the field is, without
/// underscores in front and with a capital.
/// </remarks>
[AttributeUsage(AttributeTargets.Field)]
public sealed class NetworkOrderAttribute : Attribute
{
    /// <summary>Declares a field in network order, whose property is named after it.</summary>
    public NetworkOrderAttribute()
    {
    }

    /// <summary>Declares a field in network order.</summary>
    /// <param name="name">The name of the property that gives it in host order.</param>
    public NetworkOrderAttribute(string name) => Name = name;

    /// <summary>The name of the property, or <see langword="null"/> for that of the field.</summary>
    public string? Name { get; }

    /// <summary>
    /// Whether there is a property for the number in network order, too, as it stands in memory: named like the other, with <c>Raw</c> behind
    /// it. It compares with constants and with other fields without a conversion.
    /// </summary>
    public bool HasRaw { get; set; }
}
