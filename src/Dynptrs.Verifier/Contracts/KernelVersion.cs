using System;
using System.Globalization;

namespace Dynptrs.Verifier.Contracts;

/// <summary>A version of the Linux kernel.</summary>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The second number.</param>
public readonly record struct KernelVersion(int Major, int Minor) : IComparable<KernelVersion>
{
    /// <summary>
    /// Reads a version such as <c>6.12</c> or <c>6.12.3</c>, of which the third number does not count; <see langword="null"/> for anything
    /// else.
    /// </summary>
    /// <param name="text">The text.</param>
    public static KernelVersion? TryParse(string? text)
    {
        if (text?.Trim().Split('.') is not { Length: 2 or 3 } parts)
            return null;
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }

        return new KernelVersion(numbers[0], numbers[1]);
    }

    /// <inheritdoc/>
    public int CompareTo(KernelVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <inheritdoc/>
    public override string ToString() => Major.ToString(CultureInfo.InvariantCulture) + "." + Minor.ToString(CultureInfo.InvariantCulture);
}
