using System;

namespace Dynptrs;

/// <summary>
/// The member gives the end of the packet that its receiver stands for: a pointer that others are compared with. It is not moved, and
/// nothing is reached through it.
/// </summary>
/// <param name="kind">
/// The kind of packet, for example <c>"xdp"</c>: a call with <see cref="InvalidatesSlicesAttribute.Of"/> for it ends all pointers into it.
/// </param>
/// <remarks>Follows <c>PTR_TO_PACKET_END</c>. The pointer is a <see cref="ViewAttribute">view</see> with pointer arithmetic.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class PacketEndAttribute(string kind) : Attribute
{
    /// <summary>The kind of packet.</summary>
    public string Kind { get; } = kind;
}
