using System;
using System.Buffers.Binary;
using Dynptrs;

namespace Tour;

/// <summary>The packet that the kernel's tests send: Ethernet, IPv4 and TCP headers, 54 bytes.</summary>
internal static class TestPacket
{
    private const int Ip = SkBuff.EthernetHeaderLength, Tcp = Ip + 20, Length = Tcp + 20;
    private const ushort EtherTypeIp = 0x0800, MagicBytes = 123;
    private const byte ProtocolTcp = 6;

    /// <summary>Makes the packet as a control group's egress program sees it: without the Ethernet header.</summary>
    public static SkBuff Create()
    {
        Span<byte> frame = stackalloc byte[Length];
        BinaryPrimitives.WriteUInt16BigEndian(frame[12..], EtherTypeIp);
        frame[Ip] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(frame[(Ip + 2)..], MagicBytes);
        frame[Ip + 9] = ProtocolTcp;
        frame[Tcp + 12] = 5 << 4;
        BinaryPrimitives.WriteUInt16BigEndian(frame[(Tcp + 18)..], MagicBytes);
        return new SkBuff(BpfProgramType.CgroupSkb, frame);
    }
}
