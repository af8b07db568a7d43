using System;

namespace Dynptrs;

/// <summary>
/// The kernel does not vouch for the object that is returned: a program may read its fields, which are zero where nothing is there, and
/// give it to nothing that takes trusted objects.
/// </summary>
/// <remarks>Follows <c>PTR_UNTRUSTED</c>.</remarks>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class UntrustedAttribute : Attribute
{
}
