using System;

namespace Dynptrs;

/// <summary>On a parameter of a constructor of a map: the flags with which the map is made, the kernel's <c>map_flags</c>.</summary>
/// <remarks>See <see cref="MapFlags"/>. Where a program is emitted for the kernel, the flags of its maps must be constant.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CreationFlagsAttribute : Attribute
{
}
