using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Verifier.Domain;

/// <summary>What is known of a pointer into a packet besides what is known of any pointer.</summary>
/// <param name="edge">Where it comes from.</param>
/// <param name="anchor">
/// Its anchor: pointers with the same one differ by constants, so that what is proved of one holds for all.
/// </param>
/// <remarks>
/// Follows <c>id</c> and <c>range</c> of a <c>PTR_TO_PACKET</c> register; the range is the size of the region. The kernel's <c>id</c> is 0
/// until something that is no constant is added.
/// </remarks>
internal sealed class PacketPart(PacketEdge edge, int anchor)
{
    /// <summary>No pointer is proved that lies, or may lie, farther behind the edge: the kernel's <c>MAX_PACKET_OFF</c>.</summary>
    public const long MaxOffset = 0xffff;

    public PacketEdge Edge { get; } = edge;

    public int Anchor { get; } = anchor;

    /// <summary>Whether nothing but constants was added to the edge.</summary>
    public bool IsAtEdge { get; init; }

    /// <summary>The program type for which the packet is read-only, or <see langword="null"/>.</summary>
    public string? ReadOnlyFor { get; init; }

    /// <summary>
    /// The least that was added which is no constant: where that may be negative, nothing is reached. A compiler adds constants last, so that
    /// the kernel meets the pointer without them.
    /// </summary>
    public long LeastAdded { get; init; }

    /// <summary>The size of the region in which so many bytes behind a pointer are proved, wherever it points; 0 where none are.</summary>
    public static long SizeFor(in Scalar offset, long provedBehind) =>
        provedBehind >= 0 && offset.SignedMax <= MaxOffset - provedBehind ? offset.SignedMax + provedBehind : 0;

    /// <summary>The part of a pointer to which something was added that is no constant.</summary>
    /// <param name="anchor">The anchor of the sum.</param>
    /// <param name="least">The least that was added, in all.</param>
    public PacketPart Moved(int anchor, long least) => new(Edge, anchor) { ReadOnlyFor = ReadOnlyFor, LeastAdded = least };
}
