using System;

namespace Dynptrs;

/// <summary>
/// The member stands for a field that the kernel lays out, of a context or of another object that it gives to a program. So program code
/// may use it, whatever the member does when it runs on the host.
/// </summary>
/// <remarks>Follows the accesses to <c>PTR_TO_CTX</c> and <c>PTR_TO_BTF_ID</c> registers, such as <c>skb-&gt;len</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class KernelFieldAttribute : Attribute
{
}
