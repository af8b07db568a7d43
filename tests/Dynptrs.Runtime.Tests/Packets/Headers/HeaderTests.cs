using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs.Tests.Packets.Headers;

/// <summary>The headers, held against packets that were captured, byte by byte.</summary>
public sealed class HeaderTests
{
    // A TCP SYN in a VLAN: Ethernet, tag, IPv4, TCP.
    private const string Syn =
        "0200000000020200000000018100"
        + "A0640800"
        + "45000028ABCD400040068B1AC0000201C6336402"
        + "D4310050"
        + "0102030400000000"
        + "5002FAF0"
        + "1C460000";

    // A DNS query over IPv6: Ethernet, IPv6, UDP.
    private const string Query =
        "333300000001"
        + "020000000001"
        + "86DD"
        + "62E123450018114020010DB800000000000000000000000120010DB8000000000000000000000053"
        + "C0010035001809C4";

    // An echo request.
    private const string Echo = "0800F7FD00020003";

    [Fact]
    public void Ethernet_says_whom_it_is_for()
    {
        var header = Read<EthHdr>(Syn, 0);
        Assert.Equal("02:00:00:00:00:02", header.Destination.ToString());
        Assert.Equal(EtherType.Vlan, header.Protocol);
        Assert.Equal("EthHdr { Destination = 02:00:00:00:00:02, Source = 02:00:00:00:00:01, Protocol = Vlan }", header.ToString());
    }

    [Fact]
    public void ARP_ESP_GRE_SCTP_and_ICMPv6_say_what_follows()
    {
        Assert.Equal(
            (1, EtherType.Ip, 6, 4, ArpOperation.Request),
            Read<ArpHdr>("0001080006040001", 0) is var arp
                ? (arp.Hardware, arp.Protocol, arp.HardwareLength, arp.ProtocolLength, arp.Operation)
                : default);
        var esp = Read<EspHdr>("0102030400000007", 0);
        Assert.Equal((0x01020304u, 7u), (esp.Spi, esp.Sequence));
        var gre = Read<GreHdr>("B0016558", 0);
        Assert.Equal(
            (true, false, true, true, 1, EtherType.TransparentEthernet),
            (gre.HasChecksum, gre.HasRouting, gre.HasKey, gre.HasSequence, gre.Version, gre.Protocol));
        var sctp = Read<SctpHdr>("03E80050000000090A0B0C0D", 0);
        Assert.Equal((1000, 80, 9u, 0x0D0C0B0Au), (sctp.SourcePort, sctp.DestinationPort, sctp.VerificationTag, sctp.Checksum));
        var echo = Read<Icmp6Hdr>("8000F7FD00020003", 0);
        Assert.Equal((Icmp6Type.EchoRequest, 0, 2, 3), (echo.Type, echo.Code, echo.Id, echo.Sequence));
    }

    [Fact]
    public void Fields_in_network_order_are_also_there_as_they_stand()
    {
        var header = new TcpHdr { SourcePort = 0x1234, DestinationPortRaw = 0x5000 };
        Assert.Equal((0x3412, 80), (header.SourcePortRaw, header.DestinationPort));
        Assert.Equal(0x0081, Read<EthHdr>(Syn, 0).ProtocolRaw);
    }

    [Fact]
    public void A_tag_says_which_VLAN()
    {
        var tag = Read<VlanHdr>(Syn, 14);
        Assert.Equal((0x64, 5, false, EtherType.Ip), (tag.Id, tag.Priority, tag.IsDropEligible, tag.Protocol));
        Assert.Equal(0xA064, tag.ControlInformation);
    }

    [Fact]
    public void IPv4_says_where_it_goes()
    {
        var header = Read<IpHdr>(Syn, 18);
        Assert.Equal((4, 5, 40, 0xABCD), (header.Version, header.HeaderLength, header.TotalLength, header.Id));
        Assert.Equal((true, false, 0), (header.DontFragment, header.MoreFragments, header.FragmentOffset));
        Assert.Equal(0xC0000201u, header.Source.Value);
        Assert.Equal(BitConverter.ToUInt16([0x8B, 0x1A]), header.Checksum);
        Assert.Equal(
            "IpHdr { HeaderLength = 5, Version = 4, TypeOfService = 0, TotalLength = 40, Id = 43981, FragmentOffset = 0, MoreFragments = False, DontFragment = True, TimeToLive = 64, Protocol = Tcp, "
            + "Checksum = 6795, Source = 192.0.2.1, Destination = 198.51.100.2 }",
            header.ToString());
    }

    [Fact]
    public void TCP_says_what_is_meant()
    {
        var header = Read<TcpHdr>(Syn, 38);
        Assert.Equal((54321, 80, 0x01020304u, 0u), (header.SourcePort, header.DestinationPort, header.Sequence, header.Acknowledgment));
        Assert.Equal((5, 64240), (header.DataOffset, header.Window));
        Assert.Equal((true, false, false, false), (header.Syn, header.Ack, header.Fin, header.Rst));
    }

    [Theory]
    [InlineData("0101", "Ae Fin")]
    [InlineData("F002", "Syn")]
    [InlineData("0004", "Rst")]
    [InlineData("0018", "Psh Ack")]
    [InlineData("00E0", "Urg Ece Cwr")]
    public void Flags_of_TCP_lie_where_the_kernel_has_them(string flags, string expected)
    {
        var header = Read<TcpHdr>(new string('0', 24) + flags + new string('0', 12), 0);
        (bool IsSet, string Name)[] all =
        [
            (header.Ae, "Ae"),
            (header.Fin, "Fin"),
            (header.Syn, "Syn"),
            (header.Rst, "Rst"),
            (header.Psh, "Psh"),
            (header.Ack, "Ack"),
            (header.Urg, "Urg"),
            (header.Ece, "Ece"),
            (header.Cwr, "Cwr"),
        ];
        Assert.Equal(expected, string.Join(' ', Array.ConvertAll(Array.FindAll(all, flag => flag.IsSet), flag => flag.Name)));
    }

    [Fact]
    public void IPv6_says_where_it_goes()
    {
        var header = Read<Ipv6Hdr>(Query, 14);
        Assert.Equal((6, 0x2E, 0x12345u), (header.Version, header.TrafficClass, header.FlowLabel));
        Assert.Equal((24, IpProtocol.Udp, 64), (header.PayloadLength, header.NextHeader, header.HopLimit));
        Assert.Equal(("2001:db8::1", "2001:db8::53"), (header.Source.ToString(), header.Destination.ToString()));
    }

    [Fact]
    public void UDP_says_which_port()
    {
        var header = Read<UdpHdr>(Query, 54);
        Assert.Equal((49153, 53, 24), (header.SourcePort, header.DestinationPort, header.Length));
    }

    [Fact]
    public void ICMP_says_what_is_asked()
    {
        var header = Read<IcmpHdr>(Echo, 0);
        Assert.Equal((IcmpType.Echo, 2, 3, 0x00020003u), (header.Type, header.Id, header.Sequence, header.Rest));
    }

    [Fact]
    public void What_is_written_is_what_was_captured()
    {
        var header = new IpHdr
        {
            Version = 4,
            HeaderLength = 5,
            TotalLength = 40,
            Id = 0xABCD,
            DontFragment = true,
            TimeToLive = 64,
            Protocol = IpProtocol.Tcp,
            Checksum = BitConverter.ToUInt16([0x8B, 0x1A]),
            Source = new Ipv4Address { Value = 0xC0000201 },
            Destination = new Ipv4Address { Value = 0xC6336402 },
        };
        Assert.Equal(
            Syn.Substring(2 * 18, 2 * IpHdr.SizeInBytes), Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<IpHdr>(in header))));
    }

    [Fact]
    public void Sizes_are_those_of_the_kernel()
    {
        Assert.Equal(
            (14, 4, 20, 40, 20, 8, 8),
            (
                Unsafe.SizeOf<EthHdr>(),
                Unsafe.SizeOf<VlanHdr>(),
                Unsafe.SizeOf<IpHdr>(),
                Unsafe.SizeOf<Ipv6Hdr>(),
                Unsafe.SizeOf<TcpHdr>(),
                Unsafe.SizeOf<UdpHdr>(),
                Unsafe.SizeOf<IcmpHdr>()));
        Assert.Equal(
            (14, 4, 20, 40, 20, 8, 8),
            (
                EthHdr.SizeInBytes,
                VlanHdr.SizeInBytes,
                IpHdr.SizeInBytes,
                Ipv6Hdr.SizeInBytes,
                TcpHdr.SizeInBytes,
                UdpHdr.SizeInBytes,
                IcmpHdr.SizeInBytes));
        Assert.Equal((6, 4, 16), (MacAddress.SizeInBytes, Ipv4Address.SizeInBytes, Ipv6Address.SizeInBytes));
    }

    [Fact]
    public void A_slice_of_a_packet_is_read_and_written_as_its_header()
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, Convert.FromHexString(Syn));
        packet.ToDynptr(out var ptr);
        Span<byte> buffer = stackalloc byte[EthHdr.SizeInBytes];
        var eth = ptr.GetWritableSlice<EthHdr>(0, buffer);
        Assert.Equal(EtherType.Vlan, eth.Value.Protocol);
        eth.Value.Protocol = EtherType.ServiceVlan;
        Assert.Equal(EtherType.ServiceVlan, ptr.GetSlice<EthHdr>(0, buffer).Value.Protocol);
        ref readonly var tag = ref ptr.GetSlice<VlanHdr>(EthHdr.SizeInBytes, buffer).Value;
        Assert.Equal(0x64, tag.Id);
    }

    private static T Read<T>(string packet, int offset)
        where T : unmanaged => MemoryMarshal.Read<T>(Convert.FromHexString(packet).AsSpan(offset));
}
