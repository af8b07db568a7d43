using System;

namespace Dynptrs;

/// <summary>Only the returned errno tells whether the call did its work.</summary>
/// <remarks>
/// A call that makes an owner or a view needs none: the owner or view is null if the call fails. The verifier ignores it; suggestions read
/// it. Assign a result that does not matter to a discard, <c>_ = ptr.Write(…)</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class DecidesAttribute : Attribute;
