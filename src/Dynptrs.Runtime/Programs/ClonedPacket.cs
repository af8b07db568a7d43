using System;

namespace Dynptrs;

/// <summary>A copy of its packet that a program sent.</summary>
/// <param name="Target">Where to.</param>
/// <param name="Packet">The bytes of the packet, as they were then.</param>
public readonly record struct ClonedPacket(RedirectTarget Target, ReadOnlyMemory<byte> Packet);
