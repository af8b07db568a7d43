using System;
using System.Globalization;

namespace Dynptrs.Generators.Models;

/// <summary>A version of the Linux kernel, such as 6.18.</summary>
internal sealed record KernelVersion(int Major, int Minor) : IComparable<KernelVersion>
{
    public static KernelVersion? TryParse(string? text)
    {
        var parts = text?.Split('.');
        return parts is { Length: 2 or 3 }
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new KernelVersion(major, minor)
            : null;
    }

    public int CompareTo(KernelVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));
}
