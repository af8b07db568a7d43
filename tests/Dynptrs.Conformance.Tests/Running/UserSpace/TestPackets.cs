namespace Dynptrs.Conformance.Tests.Running.UserSpace;

/// <summary>The packets that user space runs the kernel's tests on.</summary>
internal static class TestPackets
{
    /// <summary>IPv4 and TCP without data: 54 bytes.</summary>
    public static byte[] Ipv4()
    {
        var packet = new byte[54];
        packet[12] = 0x08;
        packet[14] = 0x45;
        packet[17] = 123;
        packet[23] = 6;
        packet[46] = 5 << 4;
        packet[53] = 123;
        return packet;
    }

    /// <summary>IPv6 and TCP without data: 74 bytes.</summary>
    public static byte[] Ipv6()
    {
        var packet = new byte[74];
        (packet[12], packet[13]) = (0x86, 0xdd);
        packet[14] = 0x60;
        packet[19] = 123;
        packet[20] = 6;
        packet[66] = 5 << 4;
        packet[73] = 123;
        return packet;
    }
}
