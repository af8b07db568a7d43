using System;

namespace Dynptrs;

/// <summary>
/// The flags in this parameter may wake the reader even if it still has records to read, which is costly if done for each of many records.
/// </summary>
/// <remarks>The verifier ignores it; suggestions read it.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class WakesUpAttribute : Attribute
{
    /// <summary>Names the flags.</summary>
    /// <param name="flags">The bits that wake the reader.</param>
    public WakesUpAttribute(ulong flags) => Flags = flags;

    /// <summary>The bits that wake the reader.</summary>
    public ulong Flags { get; }
}
