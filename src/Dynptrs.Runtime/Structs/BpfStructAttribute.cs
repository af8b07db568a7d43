using System;

namespace Dynptrs;

/// <summary>
/// The struct describes memory that is shared with the kernel, or is sent. Its layout is checked, and the generator adds its size and the
/// offsets of its fields as constants, properties for fields with <see cref="NetworkOrderAttribute"/> and <see cref="BitFieldAttribute"/>,
/// and a text for debugging.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class BpfStructAttribute : Attribute
{
}
