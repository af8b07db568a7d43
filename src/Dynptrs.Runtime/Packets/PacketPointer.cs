using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>
/// A pointer into a packet, as a program reads it from its context: <c>context.Data</c>, <c>context.DataEnd</c>, <c>context.DataMeta</c>.
/// It is moved by <c>+</c> and <c>-</c>, in bytes. Whatever is reached through it must be proved before, by a comparison with the end:
/// <c>if (data + 14 &gt; end) return XdpAction.XDP_PASS;</c>
/// </summary>
/// <remarks>
/// Follows <c>PTR_TO_PACKET</c>, <c>PTR_TO_PACKET_END</c> and <c>PTR_TO_PACKET_META</c>. It reaches the linear part of the packet only. A
/// call that may change the packet ends it. Each access checks that, and where it lies, and throws <see cref="DynptrException"/>. A
/// reference or a span that was taken earlier is not checked again.
/// </remarks>
[View(HasPointerArithmetic = true)]
public readonly ref struct PacketPointer
{
    private readonly PacketBuffer? _packet;
    private readonly long _generation;
    private readonly long _position;
    private readonly PacketEdge _edge;

    internal PacketPointer(PacketBuffer packet, PacketEdge edge, long position)
    {
        _packet = packet;
        _generation = packet.Generation;
        _position = position;
        _edge = edge;
    }

    private PacketPointer(PacketPointer other, long position)
    {
        if (other._edge == PacketEdge.End)
            Throw.MovedEndOfPacket();
        this = other;
        _position = position;
    }

    /// <summary>One byte.</summary>
    /// <param name="offset">Where it lies, in bytes from where the pointer points.</param>
    /// <returns>A reference to the byte.</returns>
    /// <exception cref="DynptrException">The byte lies outside, or the packet may have been changed since the pointer was read.</exception>
    [Dereferences]
    public ref byte this[long offset] => ref Reach(offset, 1)[0];

    /// <summary>What lies where the pointer points, as a value of a type. All of its bytes must be there.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>A reference into the packet.</returns>
    /// <exception cref="DynptrException">
    /// Bytes of it lie outside, or the packet may have been changed since the pointer was read.
    /// </exception>
    [Dereferences]
    public ref T As<T>()
        where T : unmanaged => ref Unsafe.As<byte, T>(ref MemoryMarshal.GetReference(Reach(0, Unsafe.SizeOf<T>())));

    /// <summary>Bytes from where the pointer points, for a call that takes memory. All of them must be there.</summary>
    /// <param name="length">How many.</param>
    /// <returns>A span of the packet.</returns>
    /// <exception cref="DynptrException">Some lie outside, or the packet may have been changed since the pointer was read.</exception>
    [Dereferences]
    public Span<byte> AsSpan(int length) => Reach(0, length);

    /// <summary>The pointer so many bytes behind another. Where it points is asked only of what is reached through it.</summary>
    /// <param name="pointer">The other.</param>
    /// <param name="offset">How many bytes; before it, if negative.</param>
    /// <exception cref="DynptrException"><paramref name="pointer"/> is the end of a packet.</exception>
    public static PacketPointer operator +(PacketPointer pointer, long offset) => new(pointer, unchecked(pointer._position + offset));

    /// <summary>The pointer so many bytes behind another. Where it points is asked only of what is reached through it.</summary>
    /// <param name="pointer">The other.</param>
    /// <param name="offset">How many bytes.</param>
    /// <exception cref="DynptrException"><paramref name="pointer"/> is the end of a packet.</exception>
    public static PacketPointer operator +(PacketPointer pointer, ulong offset) => pointer + unchecked((long)offset);

    /// <summary>The pointer so many bytes before another. Where it points is asked only of what is reached through it.</summary>
    /// <param name="pointer">The other.</param>
    /// <param name="offset">How many bytes; behind it, if negative.</param>
    /// <exception cref="DynptrException"><paramref name="pointer"/> is the end of a packet.</exception>
    public static PacketPointer operator -(PacketPointer pointer, long offset) => new(pointer, unchecked(pointer._position - offset));

    /// <summary>The pointer so many bytes before another. Where it points is asked only of what is reached through it.</summary>
    /// <param name="pointer">The other.</param>
    /// <param name="offset">How many bytes.</param>
    /// <exception cref="DynptrException"><paramref name="pointer"/> is the end of a packet.</exception>
    public static PacketPointer operator -(PacketPointer pointer, ulong offset) => pointer - unchecked((long)offset);

    /// <summary>How many bytes a pointer lies behind another of the same packet. The number proves nothing of either.</summary>
    /// <param name="left">A pointer.</param>
    /// <param name="right">Another.</param>
    public static long operator -(PacketPointer left, PacketPointer right) => left._position - right._position;

    /// <summary>Whether a pointer lies before another of the same packet.</summary>
    /// <param name="left">A pointer.</param>
    /// <param name="right">Another.</param>
    public static bool operator <(PacketPointer left, PacketPointer right) => left._position < right._position;

    /// <summary>Whether a pointer lies behind another of the same packet.</summary>
    /// <param name="left">A pointer.</param>
    /// <param name="right">Another.</param>
    public static bool operator >(PacketPointer left, PacketPointer right) => left._position > right._position;

    /// <summary>Whether a pointer lies before another of the same packet, or where it does.</summary>
    /// <param name="left">A pointer.</param>
    /// <param name="right">Another.</param>
    public static bool operator <=(PacketPointer left, PacketPointer right) => left._position <= right._position;

    /// <summary>Whether a pointer lies behind another of the same packet, or where it does.</summary>
    /// <param name="left">A pointer.</param>
    /// <param name="right">Another.</param>
    public static bool operator >=(PacketPointer left, PacketPointer right) => left._position >= right._position;

    /// <summary>Whether two pointers of the same packet point to the same place. That proves nothing of either.</summary>
    /// <param name="left">A pointer.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(PacketPointer left, PacketPointer right) => left._position == right._position;

    /// <summary>Whether two pointers of the same packet point to different places. That proves nothing of either.</summary>
    /// <param name="left">A pointer.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(PacketPointer left, PacketPointer right) => left._position != right._position;

    /// <summary>Refused: a pointer is no object.</summary>
    /// <param name="obj">Anything.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => throw new NotSupportedException(NoObject);

    /// <summary>Refused: a pointer is no object.</summary>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => throw new NotSupportedException(NoObject);

    private const string NoObject = "A pointer into a packet is no object. Compare pointers with ==.";

    private Span<byte> Reach(long offset, long length)
    {
        if (_packet is null)
            Throw.NullPacketPointer();
        if (_generation != _packet!.Generation)
            Throw.DeadPacketPointer();
        if (_edge == PacketEdge.End)
            Throw.EndOfPacket();
        var (first, end) = _edge == PacketEdge.Data
            ? (_packet.Start, _packet.End)
            : (_packet.Start - _packet.MetadataLength, _packet.Start);
        var start = unchecked(_position + offset);
        if (start < first || length < 0 || start > end - length)
            Throw.OutsidePacket(unchecked(start - first), length, end - first);
        return _packet.At((int)start, (int)length);
    }
}
