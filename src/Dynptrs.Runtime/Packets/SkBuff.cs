using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace Dynptrs;

/// <summary>
/// A network packet as a program sees it: a linear part that can be reached directly, fragments that cannot, and metadata in front.
/// </summary>
/// <remarks>
/// Follows <c>struct sk_buff</c>. The type of the program decides whether the packet starts with its Ethernet header and
/// whether it may be written. A packet here is nobody else's: no call fails for a packet that is shared, or for lack of memory.
/// </remarks>
[KernelObject("struct sk_buff")]
[KernelType("struct __sk_buff")]
public sealed partial class SkBuff
{
    /// <summary>The length of an Ethernet header in bytes.</summary>
    public const int EthernetHeaderLength = 14;

    /// <summary>
    /// The longest packet in bytes that <see cref="ChangeHead"/> and <see cref="ChangeTail"/> make: four pages less the kernel's own part.
    /// </summary>
    public const int MaxChangedLength = (4 * PacketOptions.PageSize) - PacketOptions.SharedInfoSize;

    /// <summary>The highest value of <see cref="ChecksumLevel"/>.</summary>
    public const int MaxChecksumLevel = 3;

    // What is below is a length, as in the 802.3 standard, not a protocol.
    private const int FirstProtocol = 0x600;
    private const ushort NovellProtocol = 1;
    private const ushort Ieee8022Protocol = 4;

    private const int MacAddressLength = 6;

    private readonly PacketBuffer _buffer;
    private readonly SkBuffMemory _memory;
    private readonly SkBuffMetadata _metadata;

    // The positions of the headers, below the last of which the tail may not be cut off.
    private int _macHeader;
    private int _networkHeader;
    private int? _transportHeader;

    private uint _hash;
    private bool _isHashKnown;
    private ushort? _checksum;
    private int? _checksumLevel;

    /// <summary>Creates a packet that is entirely linear.</summary>
    /// <param name="programType">The type of the program that is given the packet.</param>
    /// <param name="frame">The packet from its Ethernet header on.</param>
    /// <exception cref="ArgumentException">The frame is shorter than an Ethernet header, or longer than a dynptr can be.</exception>
    public SkBuff(BpfProgramType programType, ReadOnlySpan<byte> frame)
        : this(programType, PacketOptions.Default, frame, [])
    {
    }

    /// <summary>Creates a packet with a linear part and fragments.</summary>
    /// <param name="programType">The type of the program that is given the packet.</param>
    /// <param name="linear">The linear part, from the Ethernet header on.</param>
    /// <param name="fragments">The bytes behind the linear part, in order.</param>
    /// <exception cref="ArgumentException">
    /// The linear part is shorter than an Ethernet header, or the packet longer than a dynptr can be.
    /// </exception>
    public SkBuff(BpfProgramType programType, ReadOnlySpan<byte> linear, params ReadOnlySpan<ReadOnlyMemory<byte>> fragments)
        : this(programType, PacketOptions.Default, linear, fragments)
    {
    }

    /// <summary>Creates a packet with room around it and metadata in front.</summary>
    /// <param name="programType">The type of the program that is given the packet.</param>
    /// <param name="options">The metadata and the room. More room is made when a call needs it.</param>
    /// <param name="linear">The linear part, from the Ethernet header on.</param>
    /// <param name="fragments">The bytes behind the linear part, in order.</param>
    /// <exception cref="ArgumentException">
    /// The linear part is shorter than an Ethernet header, the packet longer than a dynptr can be, or no packet can have the options.
    /// </exception>
    public SkBuff(
        BpfProgramType programType,
        PacketOptions options,
        ReadOnlySpan<byte> linear,
        params ReadOnlySpan<ReadOnlyMemory<byte>> fragments)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check(reserved: 0);
        if (linear.Length < EthernetHeaderLength)
        {
            throw new ArgumentException(
                $"A packet starts with an Ethernet header of {EthernetHeaderLength} bytes in its linear part, but that has {linear.Length} bytes.",
                nameof(linear));
        }

        _buffer = new PacketBuffer(options, options.TailroomBehind(linear.Length), linear, fragments);
        _macHeader = _buffer.Start;
        _networkHeader = _macHeader + EthernetHeaderLength;
        PacketType = PacketTypeOf(linear);
        Protocol = ProtocolOf(_buffer);
        if (!programType.SeesEthernetHeader())
            _buffer.Start += EthernetHeaderLength;
        ProgramType = programType;
        IsWritable = programType.MayWritePackets();
        _memory = new SkBuffMemory(this, _buffer);
        _metadata = new SkBuffMetadata(_buffer);
    }

    /// <summary>The type of the program that is given the packet.</summary>
    public BpfProgramType ProgramType { get; }

    /// <summary>Whether programs of that type may write the packet.</summary>
    public bool IsWritable { get; }

    /// <summary>The length in bytes that the program sees.</summary>
    [KernelField("__sk_buff", "len")]
    public int Length => _buffer.Length;

    /// <summary>How many of these bytes are linear. Writing behind them makes more bytes linear.</summary>
    [KernelField("__sk_buff", "data", "data_end")]
    public int LinearLength => _buffer.LinearLength;

    /// <summary>The length of the metadata in bytes.</summary>
    [KernelField("__sk_buff", "data_meta", "data")]
    public int MetadataLength => _buffer.MetadataLength;

    /// <summary>
    /// The protocol of what is behind the Ethernet header, in network order, as <c>eth_type_trans</c> finds it in a frame.
    /// </summary>
    [KernelField("__sk_buff", "protocol")]
    public ushort Protocol { get; set; }

    /// <summary>The flow hash, or 0 for none. <see cref="BpfConstants.BPF_F_INVALIDATE_HASH"/> makes it 0.</summary>
    [KernelField("__sk_buff", "hash")]
    public uint Hash
    {
        get => _hash;
        set => (_hash, _isHashKnown) = (value, value != 0);
    }

    /// <summary>
    /// The one's-complement sum that the receiving device computed over what the program sees, or <see langword="null"/> for
    /// none. Writing leaves it alone unless <see cref="BpfConstants.BPF_F_RECOMPUTE_CSUM"/> is given; changing the length drops it.
    /// </summary>
    public ushort? Checksum
    {
        get => _checksum;
        set
        {
            _checksum = value;
            if (value is not null)
                _checksumLevel = null;
        }
    }

    /// <summary>
    /// How many of the packet's checksums, from the outermost on, the receiving device found right, less one: from 0 to
    /// <see cref="MaxChecksumLevel"/>; <see langword="null"/> where it says nothing, or gave a sum as <see cref="Checksum"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public int? ChecksumLevel
    {
        get => _checksumLevel;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(value));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value ?? 0, MaxChecksumLevel, nameof(value));
            _checksumLevel = value;
            if (value is not null)
                _checksum = null;
        }
    }

    /// <summary>
    /// Whether the packet carries another one, whose headers a device is to complete. The length of such a packet cannot be changed at its
    /// tail.
    /// </summary>
    public bool IsEncapsulated { get; set; }

    /// <summary>The bytes in front of what the program sees, with those of the metadata.</summary>
    public int Headroom => _buffer.Start;

    /// <summary>The bytes behind the linear part.</summary>
    public int Tailroom => _buffer.HardEnd - _buffer.End;

    /// <summary>The linear part of what the program sees, in place: valid until a call changes the packet's layout.</summary>
    public ReadOnlyMemory<byte> Linear => _buffer.LinearMemory;

    /// <summary>The fragments, in order and in place: valid until a call changes the packet's layout.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Fragments => _buffer.ListFragments();

    /// <summary>The metadata, in place: valid until a call changes the packet's layout.</summary>
    public ReadOnlyMemory<byte> Metadata => _buffer.MetadataMemory;

    /// <summary>
    /// The VLAN tag that the packet has beside its bytes, for the device to write; <see langword="null"/> for none. A tag in its bytes is not
    /// meant.
    /// </summary>
    public VlanTag? VlanTag { get; set; }

    /// <summary>
    /// Whom the packet is for, <c>PACKET_*</c>: as its Ethernet header says, on an interface whose address is all zeroes.
    /// </summary>
    public uint PacketType { get; set; }

    /// <summary>Copies what the program sees.</summary>
    /// <returns>A new array of <see cref="Length"/> bytes.</returns>
    public byte[] ToArray() => _buffer.ToArray();

    // The first bit that is sent says that the address is one of a group.
    private static uint PacketTypeOf(ReadOnlySpan<byte> frame)
    {
        var destination = frame[..MacAddressLength];
        if (destination.IndexOfAnyExcept((byte)0) < 0)
            return BpfConstants.PACKET_HOST;
        if (destination.IndexOfAnyExcept((byte)0xff) < 0)
            return BpfConstants.PACKET_BROADCAST;
        return (destination[0] & 1) != 0 ? BpfConstants.PACKET_MULTICAST : BpfConstants.PACKET_OTHERHOST;
    }

    private static ushort ProtocolOf(PacketBuffer buffer)
    {
        ReadOnlySpan<byte> type = buffer.LinearSpan(EthernetHeaderLength - sizeof(ushort), sizeof(ushort));
        var protocol = BinaryPrimitives.ReadUInt16BigEndian(type);
        if (protocol < FirstProtocol)
        {
            Span<byte> payload = stackalloc byte[sizeof(ushort)];
            buffer.CopyTo(EthernetHeaderLength, payload);
            protocol = payload.IndexOfAnyExcept((byte)0xff) < 0 ? NovellProtocol : Ieee8022Protocol;
        }

        return NetworkOrder(protocol);
    }

    private static ushort NetworkOrder(ushort value) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
}
