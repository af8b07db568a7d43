using System;

namespace Dynptrs;

/// <summary>
/// The length in this parameter, in bytes, must be a constant known to the verifier. It becomes the size of the returned slice.
/// </summary>
/// <remarks>Follows the <c>__szk</c> and <c>__k</c> suffixes and <c>ARG_CONST_ALLOC_SIZE_OR_ZERO</c>.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ConstantSizeAttribute : Attribute
{
}
