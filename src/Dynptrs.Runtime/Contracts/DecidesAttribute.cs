using System;

namespace Dynptrs;

/// <summary>The returned errno alone tells whether the call did its work: who ignores it goes on as if it had.</summary>
/// <remarks>
/// A call that gives an owner or a view needs none: what it gives is null when it fails. The verifier asks nothing about it; suggestions do. A result that does not matter is
/// assigned to a discard, <c>_ = ptr.Write(…)</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class DecidesAttribute : Attribute;
