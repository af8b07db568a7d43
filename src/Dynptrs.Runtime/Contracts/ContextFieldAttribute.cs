using System;

namespace Dynptrs;

/// <summary>The member reads or writes a field of the context that the kernel gives to a program, so that program code may use it.</summary>
/// <remarks>Follows the accesses to a <c>PTR_TO_CTX</c> register, such as <c>skb-&gt;len</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ContextFieldAttribute : Attribute
{
}
