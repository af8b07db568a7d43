using System;
using System.Globalization;
using System.Linq;
using System.Net.NetworkInformation;
using System.Threading;
using Dynptrs.Kernel;
using PacketFilter;

if (args.Length < 2)
{
    Console.Error.WriteLine("dotnet run --project samples/PacketFilter -- INTERFACE PORT…");
    return 2;
}

// Closes ports of an interface, and prints what was dropped, until Ctrl+C.
using var end = new ManualResetEventSlim();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    end.Set();
};

try
{
    var index = NetworkInterface.GetAllNetworkInterfaces().Single(one => one.Name == args[0]).GetIPProperties().GetIPv4Properties().Index;
    using var filter = Filter.Skeleton.Load();
    foreach (var port in args[1..].Select(text => ushort.Parse(text, CultureInfo.InvariantCulture)))
        filter.Maps.Closed.Update(port, default);
    using var link = filter.Programs.OnPacket.AttachXdp(index);
    while (!end.Wait(TimeSpan.FromSeconds(1)))
    {
        var dropped = filter.Maps.Closed.Select(entry => $"{entry.Key}: {entry.Value.Packets} packets, {entry.Value.Bytes} bytes");
        Console.WriteLine($"passed: {filter.Bss.Passed}; dropped: {string.Join("; ", dropped)}");
    }
}
catch (BpfLoadException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

return 0;
