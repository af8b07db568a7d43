using System;

namespace Dynptrs;

/// <summary>The flags in this parameter may wake the reader whatever it has still to read, which is dear where it is done for each record of many.</summary>
/// <remarks>The verifier asks nothing about it; suggestions do.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class WakesUpAttribute : Attribute
{
    /// <summary>Names the flags.</summary>
    /// <param name="flags">The bits that wake the reader.</param>
    public WakesUpAttribute(ulong flags) => Flags = flags;

    /// <summary>The bits that wake the reader.</summary>
    public ulong Flags { get; }
}
