using System;

namespace Dynptrs;

/// <summary>A frame of a capture.</summary>
/// <param name="Timestamp">When it was captured.</param>
/// <param name="Bytes">What was captured of it, from its Ethernet header on.</param>
/// <param name="Length">
/// How many bytes it had on the wire; more than there are <paramref name="Bytes"/> where the capture cut it off.
/// </param>
public sealed record CapturedFrame(DateTimeOffset Timestamp, ReadOnlyMemory<byte> Bytes, int Length)
{
    /// <summary>Whether the capture has all of it.</summary>
    public bool IsComplete => Bytes.Length == Length;

    /// <summary>Makes a packet of it, entirely linear.</summary>
    /// <param name="programType">The type of the program that is given the packet.</param>
    /// <returns>A new packet.</returns>
    /// <exception cref="ArgumentException">The frame is shorter than an Ethernet header.</exception>
    public SkBuff ToSkBuff(BpfProgramType programType) => new(programType, Bytes.Span);

    /// <summary>Makes a packet for an XDP program of it, entirely linear.</summary>
    /// <returns>A new packet, with the headroom of the kernel's program runs, and the tailroom that they would leave.</returns>
    /// <exception cref="ArgumentException">The frame is shorter than an Ethernet header.</exception>
    public XdpBuff ToXdpBuff() => new(Bytes.Span);
}
