using System;
using System.IO;
using System.Linq;
using Dynptrs.Kernel;
using TcpOptions;

// Reads the options of each segment of a capture, in this process and in the kernel.
var path = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "connections.pcap");
var worlds = Enum.GetValues<BpfWorld>().Where(world => world.FindObstacle() is null).ToArray();
var offers = worlds.Select(world => CaptureReport.Read(path, world)).ToArray();
foreach (var segment in offers[0])
    Console.WriteLine(segment);
Console.WriteLine($"read in: {string.Join(", ", worlds)}");
if (offers.All(found => found.SequenceEqual(offers[0])))
    return 0;
Console.Error.WriteLine("The worlds do not agree.");
return 1;
