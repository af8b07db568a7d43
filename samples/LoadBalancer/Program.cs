using System;
using System.Linq;
using System.Net;
using System.Net.NetworkInformation;
using System.Threading;
using Dynptrs;
using Dynptrs.Kernel;
using LoadBalancer;

if (args.Length < 6)
{
    Console.Error.WriteLine("dotnet run --project samples/LoadBalancer -- INTERFACE ROUTER-MAC OWN-IPV4 OWN-IPV6 SERVICE SERVER…");
    return 2;
}

// Balances one service over servers, and prints what each was sent, until Ctrl+C.
using var end = new ManualResetEventSlim();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    end.Set();
};

try
{
    var device = NetworkInterface.GetAllNetworkInterfaces().Single(one => one.Name == args[0]);
    using var balancer = Balancer.Skeleton.Load();
    balancer.Maps.Outgoing.Update(0, new Tunnel
    {
        Own = Endpoint.ReadMac(device.GetPhysicalAddress()),
        Router = Endpoint.ReadMac(PhysicalAddress.Parse(args[1])),
        Source4 = new Ipv4Address { Raw = Endpoint.ReadAddress(IPAddress.Parse(args[2]))[0] },
        Source6 = Endpoint.ReadAddress(IPAddress.Parse(args[3])),
    });
    var servers = args[5..];
    for (var i = 0u; i < servers.Length; i++)
        balancer.Maps.AllServers.Update(i, Endpoint.ReadServer(servers[i]));
    balancer.Maps.Services.Update(Endpoint.ReadService(args[4]), new Servers { First = 0, Count = (uint)servers.Length });

    using var link = balancer.Programs.OnPacket.AttachXdp(device.GetIPProperties().GetIPv4Properties().Index);
    while (!end.Wait(TimeSpan.FromSeconds(1)))
    {
        var sent = servers.Select((server, place) => $"{server}: {PacketsOf((uint)place)}");
        Console.WriteLine($"{string.Join("; ", sent)}; echoes: {PacketsOf(Balancer.Echoes)}");
    }

    ulong PacketsOf(uint place) =>
        balancer.Maps.Done.TryGet(place, out var done) ? done.Aggregate(0ul, (sum, one) => sum + one.Packets) : 0;
}
catch (Exception exception) when (exception is BpfLoadException or FormatException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

return 0;
