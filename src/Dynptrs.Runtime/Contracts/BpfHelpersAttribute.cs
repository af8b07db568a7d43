using System;

namespace Dynptrs;

/// <summary>The generator fills this static partial class with a stub for every helper that the runtime implements.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BpfHelpersAttribute : Attribute
{
    /// <summary>The kernel version that the program is written for, for example <c>"7.2"</c>; the newest when it is not set.</summary>
    public string? Kernel { get; set; }
}
