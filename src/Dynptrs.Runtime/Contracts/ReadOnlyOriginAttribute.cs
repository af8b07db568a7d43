using System;

namespace Dynptrs;

/// <summary>
/// The memory that is returned or, on a parameter of a callback, given to it is read-only, and stays so whatever is made of it: a reference
/// to it that can be written through, as <c>Unsafe.AsRef</c> makes one, may not be.
/// </summary>
/// <remarks>
/// Follows <c>PTR_TO_MAP_KEY</c> and <c>MEM_RDONLY</c>. An <see langword="in"/> parameter alone says less: what a caller hands over by
/// <see langword="in"/> may be a variable that is written elsewhere.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class ReadOnlyOriginAttribute : Attribute;
