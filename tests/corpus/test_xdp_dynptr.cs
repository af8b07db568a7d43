using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus;

internal static class TestXdpDynptr
{
    private const int XDP_DROP = 1;
    private const int XDP_PASS = 2;
    private const int XDP_TX = 3;

    private const ushort ETH_P_IP = 0x0800;
    private const ushort ETH_P_IPV6 = 0x86DD;
    private const ushort AF_INET = 2;
    private const ushort AF_INET6 = 10;
    private const byte IPPROTO_IPIP = 4;
    private const byte IPPROTO_TCP = 6;
    private const byte IPPROTO_UDP = 17;
    private const byte IPPROTO_IPV6 = 41;

    private const int EthernetHeader = 14;
    private const int Ipv4Header = 20;
    private const int Ipv6Header = 40;
    private const int TcpHeader = 20;
    private const int UdpHeader = 8;

    private static readonly ArrayMap<ulong> rxcnt = new(maxEntries: 256);

    private static readonly HashMap<Vip, Tunnel> vip2tnl = new(maxEntries: 256);

    [BpfProgram("xdp")]
    public static int _xdp_tx_iptunnel(XdpBuff xdp)
    {
        Span<byte> buffer = stackalloc byte[EthernetHeader];
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
        ReadOnlySlice eth = bpf_dynptr_slice(ptr, 0, buffer, EthernetHeader);
        if (!eth)
            return XDP_DROP;

        ushort h_proto = BinaryPrimitives.ReadUInt16BigEndian(eth.Span[12..]);
        return h_proto switch
        {
            ETH_P_IP => _xdp_tx_iptunnel__handle_ipv4(xdp, ptr),
            ETH_P_IPV6 => _xdp_tx_iptunnel__handle_ipv6(xdp, ptr),
            _ => XDP_DROP,
        };
    }

    // The old headers are read after the head of the packet was moved.
    [BpfProgram("xdp")]
    public static int _xdp_tx_iptunnel__broken(XdpBuff xdp)
    {
        Span<byte> buffer = stackalloc byte[EthernetHeader];
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
        ReadOnlySlice eth = bpf_dynptr_slice(ptr, 0, buffer, EthernetHeader);
        if (!eth)
            return XDP_DROP;

        if (bpf_xdp_adjust_head(xdp, -Ipv4Header) != 0)
            return XDP_DROP;

        return /*!DYN005*/eth/*!*/[12] == 8 ? XDP_TX : XDP_DROP;
    }

    private static int _xdp_tx_iptunnel__handle_ipv4(XdpBuff xdp, in Dynptr xdp_ptr)
    {
        Span<byte> eth_buffer = stackalloc byte[EthernetHeader + Ipv4Header + EthernetHeader];
        Span<byte> iph_buffer_tcp = stackalloc byte[Ipv4Header + TcpHeader];
        Span<byte> iph_buffer_udp = stackalloc byte[Ipv4Header + UdpHeader];

        ReadOnlySlice iph = xdp.LinearLength < EthernetHeader + Ipv4Header + TcpHeader
            ? bpf_dynptr_slice(xdp_ptr, EthernetHeader, iph_buffer_udp, Ipv4Header + UdpHeader)
            : bpf_dynptr_slice(xdp_ptr, EthernetHeader, iph_buffer_tcp, Ipv4Header + TcpHeader);
        if (!iph)
            return XDP_DROP;

        byte protocol = iph[9];
        Vip vip = default;
        vip.daddr[0] = BinaryPrimitives.ReadUInt32LittleEndian(iph.Span[16..]);
        vip.dport = get_dport(iph.Span[Ipv4Header..], protocol);
        vip.family = AF_INET;
        vip.protocol = protocol;
        ushort payload_len = BinaryPrimitives.ReadUInt16BigEndian(iph.Span[2..]);

        MapValue<Tunnel> tnl = bpf_map_lookup_elem(vip2tnl, vip);
        if (!tnl || tnl.Value.family != AF_INET)
            return XDP_PASS;

        if (bpf_xdp_adjust_head(xdp, -Ipv4Header) != 0)
            return XDP_DROP;

        bpf_dynptr_from_xdp(xdp, 0, out Dynptr new_ptr);
        Slice new_eth = bpf_dynptr_slice_rdwr(new_ptr, 0, eth_buffer, EthernetHeader + Ipv4Header + EthernetHeader);
        if (!new_eth)
            return XDP_DROP;

        set_ethhdr(new_eth.Span, new_eth.Span[(EthernetHeader + Ipv4Header)..], tnl, ETH_P_IP);
        if (Unsafe.AreSame(ref new_eth[0], ref eth_buffer[0]))
            bpf_dynptr_write(new_ptr, 0, eth_buffer, 0);

        Span<byte> new_iph = new_eth.Span.Slice(EthernetHeader, Ipv4Header);
        new_iph[0] = 0x45;
        new_iph[1] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(new_iph[2..], (ushort)(payload_len + Ipv4Header));
        BinaryPrimitives.WriteUInt16BigEndian(new_iph[4..], 0);
        BinaryPrimitives.WriteUInt16BigEndian(new_iph[6..], 0);
        new_iph[8] = 8;
        new_iph[9] = IPPROTO_IPIP;
        BinaryPrimitives.WriteUInt16LittleEndian(new_iph[10..], 0);
        BinaryPrimitives.WriteUInt32LittleEndian(new_iph[12..], tnl.Value.saddr[0]);
        BinaryPrimitives.WriteUInt32LittleEndian(new_iph[16..], tnl.Value.daddr[0]);

        uint csum = 0;
        for (int i = 0; i < Ipv4Header; i += 2)
            csum += BinaryPrimitives.ReadUInt16LittleEndian(new_iph[i..]);
        BinaryPrimitives.WriteUInt16LittleEndian(new_iph[10..], (ushort)~((csum & 0xffff) + (csum >> 16)));

        count_tx(vip.protocol);
        return XDP_TX;
    }

    private static int _xdp_tx_iptunnel__handle_ipv6(XdpBuff xdp, in Dynptr xdp_ptr)
    {
        Span<byte> eth_buffer = stackalloc byte[EthernetHeader + Ipv6Header + EthernetHeader];
        Span<byte> ip6h_buffer_tcp = stackalloc byte[Ipv6Header + TcpHeader];
        Span<byte> ip6h_buffer_udp = stackalloc byte[Ipv6Header + UdpHeader];

        ReadOnlySlice ip6h = xdp.LinearLength < EthernetHeader + Ipv4Header + TcpHeader
            ? bpf_dynptr_slice(xdp_ptr, EthernetHeader, ip6h_buffer_udp, Ipv6Header + UdpHeader)
            : bpf_dynptr_slice(xdp_ptr, EthernetHeader, ip6h_buffer_tcp, Ipv6Header + TcpHeader);
        if (!ip6h)
            return XDP_DROP;

        byte next_header = ip6h[6];
        Vip vip = default;
        for (int i = 0; i < 4; i++)
            vip.daddr[i] = BinaryPrimitives.ReadUInt32LittleEndian(ip6h.Span[(24 + 4 * i)..]);
        vip.dport = get_dport(ip6h.Span[Ipv6Header..], next_header);
        vip.family = AF_INET6;
        vip.protocol = next_header;
        ushort payload_len = BinaryPrimitives.ReadUInt16BigEndian(ip6h.Span[4..]);

        MapValue<Tunnel> tnl = bpf_map_lookup_elem(vip2tnl, vip);
        if (!tnl || tnl.Value.family != AF_INET6)
            return XDP_PASS;

        if (bpf_xdp_adjust_head(xdp, -Ipv6Header) != 0)
            return XDP_DROP;

        bpf_dynptr_from_xdp(xdp, 0, out Dynptr new_ptr);
        Slice new_eth = bpf_dynptr_slice_rdwr(new_ptr, 0, eth_buffer, EthernetHeader + Ipv6Header + EthernetHeader);
        if (!new_eth)
            return XDP_DROP;

        set_ethhdr(new_eth.Span, new_eth.Span[(EthernetHeader + Ipv6Header)..], tnl, ETH_P_IPV6);
        if (Unsafe.AreSame(ref new_eth[0], ref eth_buffer[0]))
            bpf_dynptr_write(new_ptr, 0, eth_buffer, 0);

        Span<byte> new_ip6h = new_eth.Span.Slice(EthernetHeader, Ipv6Header);
        BinaryPrimitives.WriteUInt32BigEndian(new_ip6h, 0x60000000);
        BinaryPrimitives.WriteUInt16BigEndian(new_ip6h[4..], (ushort)(payload_len + Ipv6Header));
        new_ip6h[6] = IPPROTO_IPV6;
        new_ip6h[7] = 8;
        for (int i = 0; i < 4; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(new_ip6h[(8 + 4 * i)..], tnl.Value.saddr[i]);
            BinaryPrimitives.WriteUInt32LittleEndian(new_ip6h[(24 + 4 * i)..], tnl.Value.daddr[i]);
        }

        count_tx(vip.protocol);
        return XDP_TX;
    }

    private static ushort get_dport(ReadOnlySpan<byte> trans_data, byte protocol) => protocol switch
    {
        IPPROTO_TCP or IPPROTO_UDP => BinaryPrimitives.ReadUInt16LittleEndian(trans_data[2..]),
        _ => 0,
    };

    private static void set_ethhdr(Span<byte> new_eth, ReadOnlySpan<byte> old_eth, MapValue<Tunnel> tnl, ushort h_proto)
    {
        old_eth[..6].CopyTo(new_eth[6..]);
        ((ReadOnlySpan<byte>)tnl.Value.dmac).CopyTo(new_eth);
        BinaryPrimitives.WriteUInt16BigEndian(new_eth[12..], h_proto);
    }

    private static void count_tx(uint protocol)
    {
        MapValue<ulong> rxcnt_count = bpf_map_lookup_elem(rxcnt, protocol);
        if (rxcnt_count)
            rxcnt_count.Value += 1;
    }

    private struct Vip
    {
        public Address daddr;
        public ushort dport;
        public ushort family;
        public byte protocol;
    }

    private struct Tunnel
    {
        public Address saddr;
        public Address daddr;
        public ushort family;
        public Mac dmac;
    }

    [InlineArray(4)]
    private struct Address
    {
        private uint _first;
    }

    [InlineArray(6)]
    private struct Mac
    {
        private byte _first;
    }
}
