using System;

namespace Dynptrs;

/// <summary>
/// The member gives a pointer to the first byte of the metadata in front of the packet that its receiver stands for. How many bytes it
/// reaches is proved by comparing it with what <see cref="PacketDataAttribute"/> stands on, as long as that was not moved.
/// </summary>
/// <param name="kind">
/// The kind of packet, for example <c>"xdp"</c>: a call with <see cref="InvalidatesSlicesAttribute.Of"/> for it ends all pointers into it.
/// </param>
/// <remarks>Follows <c>PTR_TO_PACKET_META</c>. The pointer is a <see cref="ViewAttribute">view</see> with pointer arithmetic.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class PacketMetadataAttribute(string kind) : Attribute
{
    /// <summary>The kind of packet.</summary>
    public string Kind { get; } = kind;

    /// <summary>
    /// The program types that may write through the pointer, without the prefix <c>BPF_PROG_TYPE_</c>; empty for every type.
    /// </summary>
    public string[] WriteProgramTypes { get; set; } = [];
}
