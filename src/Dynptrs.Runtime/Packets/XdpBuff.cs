using System;
using System.Collections.Generic;

namespace Dynptrs;

/// <summary>
/// A received packet, before the kernel makes a socket buffer of it: the context of an XDP program. It has a linear part with room around
/// it, in which its ends may be moved, metadata in front, and fragments.
/// </summary>
/// <remarks>Follows <c>struct xdp_buff</c>.</remarks>
[KernelType("struct xdp_md")]
public sealed partial class XdpBuff
{
    /// <summary>The bytes at the start of the headroom that the kernel keeps for itself, <c>struct xdp_frame</c>.</summary>
    public const int FrameHeaderLength = 40;

    private readonly PacketBuffer _buffer;
    private readonly XdpBuffMemory _memory;
    private readonly int _fragmentSize;
    private readonly bool _supportsMetadata;

    /// <summary>Creates a packet.</summary>
    /// <param name="linear">The linear part, from the Ethernet header on.</param>
    /// <param name="fragments">The bytes behind the linear part, in order.</param>
    /// <exception cref="ArgumentException">The packet is shorter than an Ethernet header, or longer than a dynptr can be.</exception>
    public XdpBuff(ReadOnlySpan<byte> linear, params ReadOnlySpan<ReadOnlyMemory<byte>> fragments)
        : this(PacketOptions.Default, linear, fragments)
    {
    }

    /// <summary>Creates a packet with room around it and metadata in front.</summary>
    /// <param name="options">The room, the metadata, and what the driver supports.</param>
    /// <param name="linear">The linear part, from the Ethernet header on.</param>
    /// <param name="fragments">The bytes behind the linear part, in order.</param>
    /// <exception cref="ArgumentException">
    /// The packet is shorter than an Ethernet header, or longer than a dynptr can be, or no packet can have the options.
    /// </exception>
    public XdpBuff(PacketOptions options, ReadOnlySpan<byte> linear, params ReadOnlySpan<ReadOnlyMemory<byte>> fragments)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check(FrameHeaderLength);
        _buffer = new PacketBuffer(options, options.TailroomBehind(linear.Length), linear, fragments);
        if (_buffer.Length < SkBuff.EthernetHeaderLength)
        {
            throw new ArgumentException(
                $"A packet starts with an Ethernet header of {SkBuff.EthernetHeaderLength} bytes, but has {_buffer.Length} bytes.",
                nameof(linear));
        }

        _memory = new XdpBuffMemory(_buffer);
        _fragmentSize = options.FragmentSize;
        _supportsMetadata = options.SupportsMetadata;
    }

    /// <summary>The bytes that lie in one piece, <c>data_end - data</c>.</summary>
    [KernelField("xdp_md", "data", "data_end")]
    public int LinearLength => _buffer.LinearLength;

    /// <summary>The length of the metadata in bytes, <c>data - data_meta</c>.</summary>
    [KernelField("xdp_md", "data_meta", "data")]
    public int MetadataLength => _buffer.MetadataLength;

    /// <summary>The length of the packet in bytes, with its fragments.</summary>
    /// <returns>The length in bytes.</returns>
    [BpfHelper(
        "bpf_xdp_get_buff_len", Id = 188, Since = "5.18", ProgramTypes = ["XDP"], Summary = "Gives the length of a packet, with its fragments.")]
    public int Length
    {
        [Trusted]
        get => _buffer.Length;
    }

    /// <summary>The bytes in front of the packet, with those of the metadata and the kernel's own.</summary>
    public int Headroom => _buffer.Start;

    /// <summary>The bytes behind the linear part.</summary>
    public int Tailroom => _buffer.HardEnd - _buffer.End;

    /// <summary>The linear part, in place: valid until a call changes the packet's layout.</summary>
    public ReadOnlyMemory<byte> Linear => _buffer.LinearMemory;

    /// <summary>The fragments, in order and in place: valid until a call changes the packet's layout.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Fragments => _buffer.ListFragments();

    /// <summary>The metadata, in place: valid until a call changes the packet's layout.</summary>
    public ReadOnlyMemory<byte> Metadata => _buffer.MetadataMemory;

    /// <summary>Copies the packet.</summary>
    /// <returns>A new array of <see cref="Length"/> bytes.</returns>
    public byte[] ToArray() => _buffer.ToArray();
}
