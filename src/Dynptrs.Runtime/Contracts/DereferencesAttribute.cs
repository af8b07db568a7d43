using System;

namespace Dynptrs;

/// <summary>
/// The member reaches the memory behind its receiver, which must be tested and alive. What it returns by reference, or as
/// a span or a view, is that memory and dies with it. An integer parameter is an index: the result is that element; of a span it is
/// the length.
/// </summary>
/// <remarks>Follows a load or store through a <c>PTR_TO_MEM</c> register.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class DereferencesAttribute : Attribute
{
}
