using System;

namespace Dynptrs;

/// <summary>
/// Marks a type whose values are views: pointers to memory that something else owns, which may be null and which die with
/// their owner. <see cref="Slice{T}"/> is one. Unlike an owner, a view may be copied; all copies share one null check.
/// </summary>
/// <remarks>Follows the kernel's <c>PTR_TO_MEM</c> and <c>PTR_TO_MAP_VALUE</c> registers.</remarks>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class ViewAttribute : Attribute
{
    /// <summary>
    /// Whether the operators of the type are those of a pointer to bytes: <c>+</c> and <c>-</c> with an integer move it, the difference of
    /// two is their distance, and comparisons ask where they point. They are never called by what is verified.
    /// </summary>
    /// <remarks>Follows <c>adjust_ptr_min_max_vals</c> for <c>PTR_TO_PACKET</c>.</remarks>
    public bool HasPointerArithmetic { get; set; }
}
