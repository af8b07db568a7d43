using System;

namespace Dynptrs.Conformance.Tests.Running.UserSpace;

/// <summary>The packets that user space runs the kernel's tests on.</summary>
internal static class TestPackets
{
    /// <summary>IPv4 and TCP without data: 54 bytes.</summary>
    public static byte[] Ipv4()
    {
        var packet = new byte[54];
        packet.AsSpan(12, 2).Fill(0);
        packet[12] = 0x08;
        packet[14] = 0x45;
        packet[17] = 123;
        packet[23] = 6;
        packet[46] = 5 << 4;
        packet[53] = 123;
        return packet;
    }
}
