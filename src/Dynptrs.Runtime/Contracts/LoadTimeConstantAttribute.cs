using System;

namespace Dynptrs;

/// <summary>
/// Host code sets the static field before programs are loaded, and they only read it. So it is a constant for their verification: they are
/// verified for each value that it may be set to or, where these are many, for any of them.
/// </summary>
/// <remarks>
/// <para>
/// Follows a <c>const volatile</c> variable in C. The kernel gets it in memory that nobody writes any more, and leaves out what does not run
/// with its value.
/// </para>
/// <para>
/// The field begins with a constant, which programs are loaded with unless it is set. Set it through the skeleton of a
/// <see cref="BpfObjectAttribute"/>, which refuses other values.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LoadTimeConstantAttribute : Attribute
{
    /// <summary>Declares that the field may be set to any value of its type, or to <see cref="Values"/>.</summary>
    public LoadTimeConstantAttribute()
        : this(long.MinValue, long.MaxValue)
    {
    }

    /// <summary>Declares a range.</summary>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    public LoadTimeConstantAttribute(long min, long max)
    {
        Min = min;
        Max = max;
    }

    /// <summary>The least value.</summary>
    public long Min { get; }

    /// <summary>The greatest value.</summary>
    public long Max { get; }

    /// <summary>The values, where they are listed; else empty.</summary>
    public long[] Values { get; set; } = [];
}
