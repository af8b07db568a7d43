using System;

namespace Dynptrs;

/// <summary>
/// Marks a type whose variables are owners: opaque, followed by the verifier from the call that initialises them to the
/// call that releases them, and never copied by value. <see cref="Dynptr"/> is one.
/// </summary>
/// <remarks>
/// Follows the kernel's <c>STACK_DYNPTR</c> stack slots: an owner lives in a variable, and every write that touches it destroys it.
/// </remarks>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class OwnerAttribute : Attribute
{
}
