using System;

namespace Dynptrs;

/// <summary>The field of a <see cref="BpfStructAttribute"/> is padding: bytes that the layout needs and nothing means.</summary>
/// <remarks>
/// Padding that no field declares is left as it was by an assignment of the fields, so that a key of a map does not compare, and a record
/// shows what was there before.
/// </remarks>
[AttributeUsage(AttributeTargets.Field)]
public sealed class PaddingAttribute : Attribute
{
}
