using System;

namespace Dynptrs;

/// <summary>Some bits of a field of a <see cref="BpfStructAttribute"/>, for which the generator adds a property.</summary>
/// <remarks>
/// As in C on a little-endian machine, the first takes the lowest bits of the field, and each next one those that follow. In a field that
/// is in network order they are counted in the number that it stands for in host order. One bit is a <see cref="bool"/>, more are the
/// smallest unsigned integer that they fit; a value that is too wide is cut off, as C does.
/// </remarks>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true)]
public sealed class BitFieldAttribute : Attribute
{
    /// <summary>Declares the next bits of a field.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="width">How many bits it has.</param>
    public BitFieldAttribute(string name, int width)
    {
        Name = name;
        Width = width;
    }

    /// <summary>The name of the property.</summary>
    public string Name { get; }

    /// <summary>How many bits it has.</summary>
    public int Width { get; }

    /// <summary>The lowest of its bits; those that follow the bit field before when it is not set.</summary>
    public int Offset { get; set; }

    /// <summary>What it is, in one sentence, for the documentation of the property.</summary>
    public string? Summary { get; set; }
}
