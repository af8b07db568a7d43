using System.Runtime.CompilerServices;
using Dynptrs;

namespace LoadBalancer;

/// <summary>Sends what clients send to virtual services on to servers, each packet inside another one.</summary>
[BpfObject(License = "GPL")]
public static partial class Balancer
{
    /// <summary>The services, and where the servers of each stand.</summary>
    public static readonly HashMap<VirtualService, Servers> Services = new(maxEntries: 512);

    /// <summary>The servers of all services.</summary>
    public static readonly ArrayMap<Server> AllServers = new(maxEntries: 4096);

    /// <summary>What was done for each server, and behind them all, for echoes.</summary>
    public static readonly PerCpuArrayMap<Statistics> Done = new(maxEntries: 4097);

    /// <summary>From and to which addresses packets go on: the only element.</summary>
    public static readonly ArrayMap<Tunnel> Outgoing = new(maxEntries: 1);

    /// <summary>Where echoes stand in <see cref="Done"/>.</summary>
    public const uint Echoes = 4096;

    private const uint Prime = 0x9e3779b1;
    private const byte TimeToLive = 64;
    private const ushort EchoStep = 0x0008;

    /// <summary>Sees each packet before the network does.</summary>
    [BpfProgram("xdp")]
    public static int OnPacket(XdpBuff xdp)
    {
        var data = xdp.Data;
        var end = xdp.DataEnd;
        if (data + EthHdr.SizeInBytes > end)
            return XdpAction.XDP_DROP;
        return data.As<EthHdr>().Protocol switch
        {
            EtherType.Ip => OnIpv4(xdp),
            EtherType.Ipv6 => OnIpv6(xdp),
            _ => XdpAction.XDP_PASS,
        };
    }

    private static int OnIpv4(XdpBuff xdp)
    {
        var data = xdp.Data;
        var end = xdp.DataEnd;
        if (data + EthHdr.SizeInBytes + IpHdr.SizeInBytes > end)
            return XdpAction.XDP_DROP;
        ref var ip = ref (data + EthHdr.SizeInBytes).As<IpHdr>();

        // A fragment has no ports to choose a server by, and nobody sends options.
        if (ip.HeaderLength != 5 || ip.MoreFragments || ip.FragmentOffset != 0)
            return XdpAction.XDP_DROP;
        if (ip.Protocol == IpProtocol.Icmp)
            return OnEcho(xdp);
        if (ip.Protocol is not (IpProtocol.Tcp or IpProtocol.Udp))
            return XdpAction.XDP_PASS;

        var flow = default(Flow);
        flow.Service.Version = 4;
        flow.Service.Protocol = ip.Protocol;
        flow.Service.Address[0] = ip.Destination.Raw;
        flow.Client[0] = ip.Source.Raw;
        flow.Length = ip.TotalLength;
        var ports = data + (EthHdr.SizeInBytes + IpHdr.SizeInBytes);
        if (ports + UdpHdr.SizeInBytes > end)
            return XdpAction.XDP_DROP;
        ref var udp = ref ports.As<UdpHdr>();
        flow.Service.Port = udp.DestinationPortRaw;
        flow.ClientPort = udp.SourcePortRaw;
        return Forward(xdp, ref flow);
    }

    private static int OnIpv6(XdpBuff xdp)
    {
        var data = xdp.Data;
        var end = xdp.DataEnd;
        if (data + EthHdr.SizeInBytes + Ipv6Hdr.SizeInBytes > end)
            return XdpAction.XDP_DROP;
        ref var ip = ref (data + EthHdr.SizeInBytes).As<Ipv6Hdr>();
        if (ip.NextHeader == IpProtocol.Fragment)
            return XdpAction.XDP_DROP;
        if (ip.NextHeader is not (IpProtocol.Tcp or IpProtocol.Udp))
            return XdpAction.XDP_PASS;

        var flow = default(Flow);
        flow.Service.Version = 6;
        flow.Service.Protocol = ip.NextHeader;
        flow.Service.Address = ip.Destination;
        flow.Client = ip.Source;
        flow.Length = ip.PayloadLength + (uint)Ipv6Hdr.SizeInBytes;
        var ports = data + (EthHdr.SizeInBytes + Ipv6Hdr.SizeInBytes);
        if (ports + UdpHdr.SizeInBytes > end)
            return XdpAction.XDP_DROP;
        ref var udp = ref ports.As<UdpHdr>();
        flow.Service.Port = udp.DestinationPortRaw;
        flow.ClientPort = udp.SourcePortRaw;
        return Forward(xdp, ref flow);
    }

    /// <summary>Chooses the server of a flow, and sends the packet to it. What is for no service goes to the machine itself.</summary>
    private static int Forward(XdpBuff xdp, ref Flow flow)
    {
        var servers = Services.Lookup(in flow.Service);
        if (!servers || servers.Value.Count == 0)
            return XdpAction.XDP_PASS;
        var place = servers.Value.First + (Hash(in flow) % servers.Value.Count);
        var server = AllServers.Lookup(place);
        var tunnel = Outgoing.Lookup(0);
        if (!server || !tunnel)
            return XdpAction.XDP_DROP;

        // An outer header of IPv4 is for an inner one of IPv4 only.
        var action = server.Value.Version == 6
            ? EncapsulateIpv6(xdp, ref flow, in server.Value, in tunnel.Value)
            : flow.Service.Version == 4 ? EncapsulateIpv4(xdp, ref flow, in server.Value, in tunnel.Value) : XdpAction.XDP_DROP;
        if (action == XdpAction.XDP_TX)
            Count(place, flow.Length);
        return action;
    }

    private static int EncapsulateIpv4(XdpBuff xdp, ref Flow flow, in Server server, in Tunnel tunnel)
    {
        if (xdp.AdjustHead(-IpHdr.SizeInBytes) != 0)
            return XdpAction.XDP_DROP;
        var data = xdp.Data;
        if (data + EthHdr.SizeInBytes + IpHdr.SizeInBytes > xdp.DataEnd)
            return XdpAction.XDP_DROP;
        Address(ref data.As<EthHdr>(), in tunnel, EtherType.Ip);

        ref var ip = ref (data + EthHdr.SizeInBytes).As<IpHdr>();
        ip.Version = 4;
        ip.HeaderLength = 5;
        ip.TypeOfService = 0;
        ip.TotalLength = (ushort)(flow.Length + IpHdr.SizeInBytes);
        ip.Id = 0;
        ip.MoreFragments = false;
        ip.DontFragment = true;
        ip.FragmentOffset = 0;
        ip.TimeToLive = TimeToLive;
        ip.Protocol = IpProtocol.IpIp;
        ip.Checksum = 0;
        ip.Source = tunnel.Source4;
        ip.Destination.Raw = server.Address[0];
        ip.Checksum = (ushort)~Fold((uint)BpfChecksum.Difference(default, (data + EthHdr.SizeInBytes).AsSpan(IpHdr.SizeInBytes), 0));
        return XdpAction.XDP_TX;
    }

    private static int EncapsulateIpv6(XdpBuff xdp, ref Flow flow, in Server server, in Tunnel tunnel)
    {
        if (xdp.AdjustHead(-Ipv6Hdr.SizeInBytes) != 0)
            return XdpAction.XDP_DROP;
        var data = xdp.Data;
        if (data + EthHdr.SizeInBytes + Ipv6Hdr.SizeInBytes > xdp.DataEnd)
            return XdpAction.XDP_DROP;
        Address(ref data.As<EthHdr>(), in tunnel, EtherType.Ipv6);

        ref var ip = ref (data + EthHdr.SizeInBytes).As<Ipv6Hdr>();
        ip.Version = 6;
        ip.TrafficClass = 0;
        ip.FlowLabel = 0;
        ip.PayloadLength = (ushort)flow.Length;
        ip.NextHeader = flow.Service.Version == 4 ? IpProtocol.IpIp : IpProtocol.Ipv6;
        ip.HopLimit = TimeToLive;
        ip.Source = tunnel.Source6;
        ip.Destination = server.Address;
        return XdpAction.XDP_TX;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Address(ref EthHdr ethernet, in Tunnel tunnel, EtherType protocol)
    {
        ethernet.Source = tunnel.Own;
        ethernet.Destination = tunnel.Router;
        ethernet.Protocol = protocol;
    }

    /// <summary>Answers a request for an echo, for whichever address: it goes back the way that it came. What else there is passes.</summary>
    private static int OnEcho(XdpBuff xdp)
    {
        var data = xdp.Data;
        if (data + EthHdr.SizeInBytes + IpHdr.SizeInBytes + IcmpHdr.SizeInBytes > xdp.DataEnd)
            return XdpAction.XDP_DROP;
        ref var ethernet = ref data.As<EthHdr>();
        ref var ip = ref (data + EthHdr.SizeInBytes).As<IpHdr>();
        ref var icmp = ref (data + (EthHdr.SizeInBytes + IpHdr.SizeInBytes)).As<IcmpHdr>();
        if (icmp.Type != IcmpType.Echo || icmp.Code != 0)
            return XdpAction.XDP_PASS;

        // The sum over the message falls by as much as its type.
        icmp.Type = IcmpType.EchoReply;
        icmp.Checksum = (ushort)Fold((uint)icmp.Checksum + EchoStep);

        (ethernet.Source, ethernet.Destination) = (ethernet.Destination, ethernet.Source);
        (ip.Source, ip.Destination) = (ip.Destination, ip.Source);
        Count(Echoes, ip.TotalLength);
        return XdpAction.XDP_TX;
    }

    /// <summary>A one's-complement sum in 16 bits: what is above them is carried.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Fold(uint sum)
    {
        sum = (sum & 0xffff) + (sum >> 16);
        return (sum & 0xffff) + (sum >> 16);
    }

    /// <summary>The same for each packet of a flow.</summary>
    private static uint Hash(in Flow flow)
    {
        var hash = Mix(flow.ClientPort, flow.Service.Port);
        for (var i = 0; i < 4; i++)
            hash = Mix(Mix(hash, flow.Client[i]), flow.Service.Address[i]);
        return hash ^ (hash >> 15);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint hash, uint value) => ((hash ^ value) * Prime) ^ (hash >> 13);

    private static void Count(uint place, uint bytes)
    {
        var done = Done.Lookup(place);
        if (!done)
            return;
        done.Value.Packets++;
        done.Value.Bytes += bytes;
    }
}
