using System;
using System.Runtime.InteropServices;
using Dynptrs;

namespace Tour;

/// <summary>The packet that the kernel's tests send: Ethernet, IPv4 and TCP headers, 54 bytes.</summary>
internal static class TestPacket
{
    private const int Ip = EthHdr.SizeInBytes, Tcp = Ip + IpHdr.SizeInBytes, Length = Tcp + TcpHdr.SizeInBytes;
    private const ushort MagicBytes = 123;

    /// <summary>Makes the packet as a program sees it; one of a control group does not see the Ethernet header.</summary>
    public static SkBuff Create(BpfProgramType programType = BpfProgramType.CgroupSkb)
    {
        Span<byte> frame = stackalloc byte[Length];
        MemoryMarshal.Write(frame, new EthHdr { Protocol = EtherType.Ip });
        MemoryMarshal.Write(frame[Ip..], new IpHdr { Version = 4, HeaderLength = 5, TotalLength = MagicBytes, Protocol = IpProtocol.Tcp });
        MemoryMarshal.Write(frame[Tcp..], new TcpHdr { DataOffset = 5, UrgentPointer = MagicBytes });
        return new SkBuff(programType, frame);
    }
}
