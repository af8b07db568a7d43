using System;

namespace Dynptrs;

/// <summary>The memory in this parameter, or on a method the receiver, must be a map value or a global variable.</summary>
/// <remarks>Follows <c>bpf_dynptr_from_mem</c>, which refuses the stack, ring buffer records and slices.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class MapMemoryAttribute : Attribute
{
}
