using System;

namespace Dynptrs;

/// <summary>How a packet lies in memory: the room around its linear part, and the metadata in front of it.</summary>
public sealed class PacketOptions
{
    /// <summary>The bytes that a packet has in front of it in the kernel's program runs, <c>XDP_PACKET_HEADROOM</c>.</summary>
    public const int DefaultHeadroom = 256;

    /// <summary>The size of a page in bytes, which is what the kernel's program runs give to a linear part and to each fragment.</summary>
    public const int PageSize = 4096;

    /// <summary>The most bytes of metadata.</summary>
    public const int MaxMetadataLength = 252;

    internal static readonly PacketOptions Default = new();

    /// <summary>The bytes in front of the packet, with those of the metadata.</summary>
    public int Headroom { get; init; } = DefaultHeadroom;

    /// <summary>
    /// The bytes behind the linear part; <see langword="null"/> for what a page leaves beside the headroom, the linear part, and the 320
    /// bytes that the kernel keeps at its end.
    /// </summary>
    public int? Tailroom { get; init; }

    /// <summary>The metadata, which ends where the packet starts: at most <see cref="MaxMetadataLength"/> bytes, a multiple of 4.</summary>
    public ReadOnlyMemory<byte> Metadata { get; init; }

    /// <summary>
    /// The bytes that the driver gives to a fragment, up to which <see cref="XdpBuff.AdjustTail"/> may grow it; 0 when it does not say.
    /// </summary>
    public int FragmentSize { get; init; } = PageSize;

    /// <summary>Whether the driver gives an <see cref="XdpBuff"/> room for metadata.</summary>
    public bool SupportsMetadata { get; init; } = true;

    /// <summary>
    /// The bytes at the end of a page in which the kernel keeps the list of fragments: <c>struct skb_shared_info</c>, aligned.
    /// </summary>
    internal const int SharedInfoSize = 320;

    /// <summary>Whether metadata may have this length.</summary>
    internal static bool IsMetadataLength(long length) => length is >= 0 and <= MaxMetadataLength && length % sizeof(uint) == 0;

    /// <summary>The room behind a linear part of some length.</summary>
    internal int TailroomBehind(int linearLength) => Tailroom ?? Math.Max(0, PageSize - SharedInfoSize - Headroom - linearLength);

    /// <summary>Refuses what no packet can have.</summary>
    /// <param name="reserved">The bytes at the start of the headroom that are not for metadata.</param>
    internal void Check(int reserved)
    {
        if (!IsMetadataLength(Metadata.Length))
        {
            throw new ArgumentException(
                $"Metadata has at most {MaxMetadataLength} bytes, a multiple of 4, but has {Metadata.Length}. Pad or shorten it.",
                nameof(Metadata));
        }

        if (!Metadata.IsEmpty && !SupportsMetadata)
            throw new ArgumentException("There is metadata, but the driver gives it no room. Leave out one of the two.", nameof(Metadata));
        if (Headroom < reserved + Metadata.Length)
        {
            throw new ArgumentException(
                $"The headroom has {Headroom} bytes, but needs {reserved} and those of the metadata, {Metadata.Length}. Make it larger.",
                nameof(Headroom));
        }

        if (Tailroom < 0)
            throw new ArgumentException($"The tailroom cannot have {Tailroom} bytes. Give 0 for none.", nameof(Tailroom));
        if (FragmentSize < 0)
        {
            throw new ArgumentException(
                $"A fragment cannot have {FragmentSize} bytes. Give 0 for a driver that does not say.", nameof(FragmentSize));
        }
    }
}
