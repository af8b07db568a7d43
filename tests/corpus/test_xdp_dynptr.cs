using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus;

[BpfObject(License = "GPL")]
internal static partial class TestXdpDynptr
{
    private const int XDP_DROP = 1;
    private const int XDP_PASS = 2;
    private const int XDP_TX = 3;

    private const ushort AF_INET = 2;
    private const ushort AF_INET6 = 10;

    private static readonly ArrayMap<ulong> rxcnt = new(maxEntries: 256);

    private static readonly HashMap<Vip, Tunnel> vip2tnl = new(maxEntries: 256);

    [BpfProgram("xdp")]
    public static int _xdp_tx_iptunnel(XdpBuff xdp)
    {
        Span<byte> buffer = stackalloc byte[EthHdr.SizeInBytes];
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
        ReadOnlySlice<EthHdr> eth = bpf_dynptr_slice<EthHdr>(ptr, 0, buffer);
        if (!eth)
            return XDP_DROP;

        return eth.Value.Protocol switch
        {
            EtherType.Ip => _xdp_tx_iptunnel__handle_ipv4(xdp, ptr),
            EtherType.Ipv6 => _xdp_tx_iptunnel__handle_ipv6(xdp, ptr),
            _ => XDP_DROP,
        };
    }

    // The old headers are read after the head of the packet was moved.
    [BpfProgram("xdp")]
    public static int _xdp_tx_iptunnel__broken(XdpBuff xdp)
    {
        Span<byte> buffer = stackalloc byte[EthHdr.SizeInBytes];
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
        ReadOnlySlice<EthHdr> eth = bpf_dynptr_slice<EthHdr>(ptr, 0, buffer);
        if (!eth)
            return XDP_DROP;

        if (bpf_xdp_adjust_head(xdp, -IpHdr.SizeInBytes) != 0)
            return XDP_DROP;

        return /*!DYN005*/eth/*!*/.Value.Protocol == EtherType.Ip ? XDP_TX : XDP_DROP;
    }

    private static int _xdp_tx_iptunnel__handle_ipv4(XdpBuff xdp, in Dynptr xdp_ptr)
    {
        Span<byte> eth_buffer = stackalloc byte[EthHdr.SizeInBytes + IpHdr.SizeInBytes + EthHdr.SizeInBytes];
        Span<byte> iph_buffer_tcp = stackalloc byte[IpHdr.SizeInBytes + TcpHdr.SizeInBytes];
        Span<byte> iph_buffer_udp = stackalloc byte[IpHdr.SizeInBytes + UdpHdr.SizeInBytes];

        ReadOnlySlice data = xdp.LinearLength < EthHdr.SizeInBytes + IpHdr.SizeInBytes + TcpHdr.SizeInBytes
            ? bpf_dynptr_slice(xdp_ptr, EthHdr.SizeInBytes, iph_buffer_udp, IpHdr.SizeInBytes + UdpHdr.SizeInBytes)
            : bpf_dynptr_slice(xdp_ptr, EthHdr.SizeInBytes, iph_buffer_tcp, IpHdr.SizeInBytes + TcpHdr.SizeInBytes);
        if (!data)
            return XDP_DROP;

        ref readonly IpHdr iph = ref MemoryMarshal.AsRef<IpHdr>(data.Span);
        Vip vip = default;
        vip.daddr[0] = iph.Destination.Raw;
        vip.dport = get_dport(data.Span[IpHdr.SizeInBytes..], iph.Protocol);
        vip.family = AF_INET;
        vip.protocol = iph.Protocol;
        ushort payload_len = iph.TotalLength;

        MapValue<Tunnel> tnl = bpf_map_lookup_elem(vip2tnl, vip);
        if (!tnl || tnl.Value.family != AF_INET)
            return XDP_PASS;

        if (bpf_xdp_adjust_head(xdp, -IpHdr.SizeInBytes) != 0)
            return XDP_DROP;

        bpf_dynptr_from_xdp(xdp, 0, out Dynptr new_ptr);
        Slice new_data = bpf_dynptr_slice_rdwr(new_ptr, 0, eth_buffer, EthHdr.SizeInBytes + IpHdr.SizeInBytes + EthHdr.SizeInBytes);
        if (!new_data)
            return XDP_DROP;

        set_ethhdr(new_data.Span, new_data.Span[(EthHdr.SizeInBytes + IpHdr.SizeInBytes)..], tnl, EtherType.Ip);
        if (Unsafe.AreSame(ref new_data[0], ref eth_buffer[0]))
            bpf_dynptr_write(new_ptr, 0, eth_buffer, 0);

        Span<byte> words = new_data.Span.Slice(EthHdr.SizeInBytes, IpHdr.SizeInBytes);
        ref IpHdr new_iph = ref MemoryMarshal.AsRef<IpHdr>(words);
        new_iph = new IpHdr { Version = 4, HeaderLength = IpHdr.SizeInBytes / 4, TimeToLive = 8, Protocol = IpProtocol.IpIp };
        new_iph.TotalLength = (ushort)(payload_len + IpHdr.SizeInBytes);
        new_iph.Source.Raw = tnl.Value.saddr[0];
        new_iph.Destination.Raw = tnl.Value.daddr[0];

        uint csum = 0;
        for (int i = 0; i < IpHdr.SizeInBytes; i += 2)
            csum += BinaryPrimitives.ReadUInt16LittleEndian(words[i..]);
        new_iph.Checksum = (ushort)~((csum & 0xffff) + (csum >> 16));

        count_tx((uint)vip.protocol);
        return XDP_TX;
    }

    private static int _xdp_tx_iptunnel__handle_ipv6(XdpBuff xdp, in Dynptr xdp_ptr)
    {
        Span<byte> eth_buffer = stackalloc byte[EthHdr.SizeInBytes + Ipv6Hdr.SizeInBytes + EthHdr.SizeInBytes];
        Span<byte> ip6h_buffer_tcp = stackalloc byte[Ipv6Hdr.SizeInBytes + TcpHdr.SizeInBytes];
        Span<byte> ip6h_buffer_udp = stackalloc byte[Ipv6Hdr.SizeInBytes + UdpHdr.SizeInBytes];

        ReadOnlySlice data = xdp.LinearLength < EthHdr.SizeInBytes + IpHdr.SizeInBytes + TcpHdr.SizeInBytes
            ? bpf_dynptr_slice(xdp_ptr, EthHdr.SizeInBytes, ip6h_buffer_udp, Ipv6Hdr.SizeInBytes + UdpHdr.SizeInBytes)
            : bpf_dynptr_slice(xdp_ptr, EthHdr.SizeInBytes, ip6h_buffer_tcp, Ipv6Hdr.SizeInBytes + TcpHdr.SizeInBytes);
        if (!data)
            return XDP_DROP;

        ref readonly Ipv6Hdr ip6h = ref MemoryMarshal.AsRef<Ipv6Hdr>(data.Span);
        Vip vip = default;
        vip.daddr = ip6h.Destination;
        vip.dport = get_dport(data.Span[Ipv6Hdr.SizeInBytes..], ip6h.NextHeader);
        vip.family = AF_INET6;
        vip.protocol = ip6h.NextHeader;
        ushort payload_len = ip6h.PayloadLength;

        MapValue<Tunnel> tnl = bpf_map_lookup_elem(vip2tnl, vip);
        if (!tnl || tnl.Value.family != AF_INET6)
            return XDP_PASS;

        if (bpf_xdp_adjust_head(xdp, -Ipv6Hdr.SizeInBytes) != 0)
            return XDP_DROP;

        bpf_dynptr_from_xdp(xdp, 0, out Dynptr new_ptr);
        Slice new_data = bpf_dynptr_slice_rdwr(new_ptr, 0, eth_buffer, EthHdr.SizeInBytes + Ipv6Hdr.SizeInBytes + EthHdr.SizeInBytes);
        if (!new_data)
            return XDP_DROP;

        set_ethhdr(new_data.Span, new_data.Span[(EthHdr.SizeInBytes + Ipv6Hdr.SizeInBytes)..], tnl, EtherType.Ipv6);
        if (Unsafe.AreSame(ref new_data[0], ref eth_buffer[0]))
            bpf_dynptr_write(new_ptr, 0, eth_buffer, 0);

        ref Ipv6Hdr new_ip6h = ref MemoryMarshal.AsRef<Ipv6Hdr>(new_data.Span.Slice(EthHdr.SizeInBytes, Ipv6Hdr.SizeInBytes));
        new_ip6h = new Ipv6Hdr { Version = 6, NextHeader = IpProtocol.Ipv6, HopLimit = 8 };
        new_ip6h.PayloadLength = (ushort)(payload_len + Ipv6Hdr.SizeInBytes);
        new_ip6h.Source = tnl.Value.saddr;
        new_ip6h.Destination = tnl.Value.daddr;

        count_tx((uint)vip.protocol);
        return XDP_TX;
    }

    // The ports of both stand in the same place.
    private static ushort get_dport(ReadOnlySpan<byte> trans_data, IpProtocol protocol) => protocol switch
    {
        IpProtocol.Tcp or IpProtocol.Udp => MemoryMarshal.AsRef<UdpHdr>(trans_data).DestinationPort,
        _ => 0,
    };

    private static void set_ethhdr(Span<byte> new_data, ReadOnlySpan<byte> old_data, MapValue<Tunnel> tnl, EtherType h_proto)
    {
        ref EthHdr new_eth = ref MemoryMarshal.AsRef<EthHdr>(new_data);
        new_eth.Source = MemoryMarshal.AsRef<EthHdr>(old_data).Destination;
        new_eth.Destination = tnl.Value.dmac;
        new_eth.Protocol = h_proto;
    }

    private static void count_tx(uint protocol)
    {
        MapValue<ulong> rxcnt_count = bpf_map_lookup_elem(rxcnt, protocol);
        if (rxcnt_count)
            rxcnt_count.Value += 1;
    }
}
