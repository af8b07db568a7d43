using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Dynptrs.Kernel;
using PacketFilter;
using TcpOptions;
using WhoStartsWhat;

namespace Dynptrs.Benchmarks.InKernel;

/// <summary>
/// What the programs of the samples cost in the kernel beside the same in C, in turns, so that both suffer alike from what else the
/// machine does.
/// </summary>
internal static class KernelReport
{
    private const int Rounds = 21;
    private const int Repeat = 200_000;
    private const int StartsOfRound = 100;
    private const ushort ClosedPort = 7001;
    private const ushort OpenPort = 7002;

    public static void Run()
    {
        Console.WriteLine("| program | instructions | of C | ratio | a run | of C | ratio, the median | and of the rounds |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        ReportFilter();
        ReportOptions();
        ReportStarts();
    }

    private static void ReportFilter()
    {
        using var ours = Filter.Skeleton.Load();
        using var theirs = KernelObject.Load(CObject.Compile("PacketFilter"));
        ours.Maps.Closed.Update(ClosedPort, default);
        theirs.Map("Closed").As<ushort, Traffic>().Update(ClosedPort, default);
        var programs = (ours.Programs.OnPacket.Kernel, theirs.Program("OnPacket"));
        Report("`PacketFilter`: dropped, IPv4", programs, Udp(isVersion6: false, ClosedPort));
        Report("`PacketFilter`: passed, IPv4", programs, Udp(isVersion6: false, OpenPort));
        Report("`PacketFilter`: dropped, IPv6", programs, Udp(isVersion6: true, ClosedPort));
    }

    private static void ReportOptions()
    {
        using var ours = Segments.Skeleton.Load();
        using var theirs = KernelObject.Load(CObject.Compile("TcpOptions"));
        var frames = CaptureFile.Read(Path.Combine(AppContext.BaseDirectory, "connections.pcap")).ToList();
        var programs = (ours.Programs.OnPacket.Kernel, theirs.Program("OnPacket"));
        Report("`TcpOptions`: 5 options", programs, frames[0].Bytes.ToArray());
        Report("`TcpOptions`: 3 options", programs, frames[2].Bytes.ToArray());
        Report("`TcpOptions`: none", programs, frames[3].Bytes.ToArray());
    }

    /// <summary>
    /// Both are attached, and see the same processes start. In each round each is once the first, which meets what nobody has read.
    /// </summary>
    private static void ReportStarts()
    {
        using var counting = ProgramInfo.Count();
        string[] names = ["OnFork", "OnExec"];
        var times = names.Select(_ => new List<(double Ours, double Theirs)>()).ToArray();
        var sizes = new (int, int)[names.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var first = Start(isOursFirst: true);
            var second = Start(isOursFirst: false);
            for (var i = 0; i < names.Length; i++)
            {
                times[i].Add((Mean(first[i].Ours, second[i].Ours), Mean(first[i].Theirs, second[i].Theirs)));
                sizes[i] = (first[i].Ours.Instructions, first[i].Theirs.Instructions);
            }
        }

        Print("`WhoStartsWhat`: a process is made", sizes[0], times[0]);
        Print("`WhoStartsWhat`: a program starts", sizes[1], times[1]);

        (ProgramInfo Ours, ProgramInfo Theirs)[] Start(bool isOursFirst)
        {
            using var ours = Load(KernelObject.ReadEmbedded(typeof(Starts).Assembly, "WhoStartsWhat.Starts"));
            using var theirs = Load(CObject.Compile("WhoStartsWhat"));
            foreach (var loaded in isOursFirst ? new[] { ours, theirs } : [theirs, ours])
            {
                foreach (var name in names)
                    loaded.Program(name).Attach();
            }

            for (var i = 0; i < StartsOfRound; i++)
                Process.Start("/bin/true", ["one", "two"]).WaitForExit();
            return [.. names.Select(name => (ProgramInfo.Of(ours.Program(name)), ProgramInfo.Of(theirs.Program(name))))];
        }
    }

    private static KernelObject Load(byte[] content) => KernelObject.Load(
        content,
        new KernelLoadOptions
        {
            Initialize = variables =>
            {
                variables.Set("PathOffset", KernelTypes.OffsetOf("linux_binprm", "filename"));
                variables.Set("StackOffset", KernelTypes.OffsetOf("linux_binprm", "p"));
                variables.Set("ThreadIdOffset", KernelTypes.OffsetOf("task_struct", "pid"));
            },
        });

    private static double Mean(ProgramInfo first, ProgramInfo second) =>
        (double)(first.RunTime + second.RunTime) / (first.RunCount + second.RunCount);

    private static void Report(string name, (KernelProgram Ours, KernelProgram Theirs) programs, byte[] packet)
    {
        var options = new TestRunOptions { Repeat = Repeat };
        var times = new List<(double, double)>();
        for (var round = 0; round < Rounds; round++)
        {
            var (first, second) = (programs.Ours.TestRun(packet, options), programs.Theirs.TestRun(packet, options));
            if ((first.Error, first.ReturnValue) != (second.Error, second.ReturnValue) || first.Error != 0)
                throw new InvalidOperationException($"{name}: {first.ReturnValue} here, {second.ReturnValue} in C, error {first.Error}");
            times.Add((first.Duration, second.Duration));
        }

        Print(name, (ProgramInfo.Of(programs.Ours).Instructions, ProgramInfo.Of(programs.Theirs).Instructions), times);
    }

    private static void Print(string name, (int Ours, int Theirs) size, List<(double Ours, double Theirs)> times)
    {
        double[] ratios = [.. times.Select(time => time.Ours / time.Theirs).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {size.Ours} | {size.Theirs} | {(double)size.Ours / size.Theirs:F2} | {Median(times.Select(time => time.Ours)):F0} ns | "
            + $"{Median(times.Select(time => time.Theirs)):F0} ns | {ratios[Rounds / 2]:F2} | "
            + $"{ratios[Rounds / 4]:F2} to {ratios[Rounds * 3 / 4]:F2} |"));
    }

    private static double Median(IEnumerable<double> numbers) => numbers.Order().ElementAt(Rounds / 2);

    private static byte[] Udp(bool isVersion6, ushort port)
    {
        byte[] ports = [0x9c, 0x40, (byte)(port >> 8), (byte)port, 0, 8, 0, 0];
        return isVersion6
            ? [.. new byte[12], 0x86, 0xdd, 0x60, 0, 0, 0, 0, 8, 17, 64, .. new byte[32], .. ports]
            : [.. new byte[12], 0x08, 0x00, 0x45, 0, 0, 28, 0, 0, 0, 0, 64, 17, 0, 0, .. new byte[8], .. ports];
    }
}
