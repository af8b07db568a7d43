using System;

namespace Dynptrs;

/// <summary>
/// The owner in this <see langword="ref"/> parameter is lent: it may be used and adjusted, but neither released nor made
/// anew. An <see langword="in"/> parameter is always lent.
/// </summary>
/// <remarks>Follows <c>CONST_PTR_TO_DYNPTR</c>: the dynptr given to a callback or to a global function.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BorrowedAttribute : Attribute
{
}
