using System;

namespace Dynptrs;

/// <summary>
/// The property gets and sets some bits of one field of its struct and nothing else. So the verifier treats its use as an access to the
/// field, wherever the struct is declared, and does not look at its body.
/// </summary>
/// <remarks>
/// Follows the bit fields of C and <c>bpf_ntohs</c>, which are no calls. The generator puts it on the properties that it adds to a
/// <see cref="BpfStructAttribute"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BitsOfAttribute : Attribute
{
    /// <summary>Declares the bits.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="offset">The lowest of the bits, counted in host order.</param>
    /// <param name="width">How many bits there are.</param>
    public BitsOfAttribute(string field, int offset, int width)
    {
        Field = field;
        Offset = offset;
        Width = width;
    }

    /// <summary>The name of the field.</summary>
    public string Field { get; }

    /// <summary>The lowest of the bits, counted in host order.</summary>
    public int Offset { get; }

    /// <summary>How many bits there are.</summary>
    public int Width { get; }

    /// <summary>Whether the field is in network order.</summary>
    public bool IsNetworkOrder { get; set; }
}
