using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Channels;

namespace Dynptrs.Benchmarks.Runtime;

/// <summary>
/// What ring buffers cost beside what .NET has for the same, in turns, so that all suffer alike from what else the machine does.
/// </summary>
internal static class RingReport
{
    private const int Rounds = 9;
    private const int Batch = 32;

    public static void Run()
    {
        Console.WriteLine("| one thread, 32 at a time | bounded `Channel<T>` | unbounded `Channel<T>` | `Pipe` | lock and `Queue<T>` | `RingBuf` | to the best of .NET |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        OneThread<Records.Of8>("8 bytes");
        OneThread<Records.Of64>("64 bytes");
        OneThread<Records.Of256>("256 bytes");
        OneThread<Records.Of1024>("1,024 bytes");
        Console.WriteLine();
        Console.WriteLine("| a thread each, 64 bytes | bounded `Channel<T>` | unbounded `Channel<T>` | `Pipe` | lock and `Queue<T>` | `RingBuf` | to the best of .NET |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var producers in (int[])[1, 2, 4])
            Threads<Records.Of64>(producers);
        Console.WriteLine();
        Operations();
    }

    private static List<HandOver<T>?> Create<T>(bool hasOneProducer)
        where T : unmanaged =>
    [
        new HandOver<T>.OfChannel(Channel.CreateBounded<T>(
            new BoundedChannelOptions(HandOver<T>.Capacity) { SingleReader = true, SingleWriter = hasOneProducer })),
        new HandOver<T>.OfChannel(
            Channel.CreateUnbounded<T>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = hasOneProducer })),
        hasOneProducer ? new HandOver<T>.OfPipe() : null,
        new HandOver<T>.OfQueue(),
        new HandOver<T>.OfRing(),
    ];

    private static void OneThread<T>(string name)
        where T : unmanaged
    {
        const int Count = 1 << 17;
        Print(name, Median(() => Create<T>(hasOneProducer: true), ways => ways.Select(way => way is null ? double.NaN : Time(Count, () =>
        {
            T record = default;
            for (var i = 0; i < Count; i += Batch)
            {
                for (var j = 0; j < Batch; j++)
                    way.TryPut(record);
                way.Take();
            }
        }))));
    }

    private static void Threads<T>(int producers)
        where T : unmanaged
    {
        const int Count = 1 << 19;
        Print(
            $"{producers} to 1",
            Median(() => Create<T>(producers == 1), ways => ways.Select(way => way is null ? double.NaN : Time(Count, () =>
            {
                Thread[] threads = [.. Enumerable.Range(0, producers).Select(_ => new Thread(() => Put(way, Count / producers)))];
                foreach (var thread in threads)
                    thread.Start();
                var wait = default(SpinWait);
                for (var taken = 0; taken < Count / producers * producers;)
                {
                    var count = way.Take();
                    taken += count;
                    if (count == 0)
                        wait.SpinOnce(sleep1Threshold: -1);
                }

                foreach (var thread in threads)
                    thread.Join();
            }))));
    }

    private static void Put<T>(HandOver<T> way, int count)
        where T : unmanaged
    {
        T record = default;
        var wait = default(SpinWait);
        for (var i = 0; i < count; i++)
        {
            while (!way.TryPut(record))
                wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>What the kernel's own benchmark measures of its helpers.</summary>
    private static void Operations()
    {
        const int Count = 1 << 18;
        var ring = new RingBuf(65536);
        var reader = new RingBufReader(ring);
        var bytes = new byte[64];
        var small = new byte[8];
        var memory = new byte[4096];
        var rows = new (string Name, Func<double> Time)[]
        {
            ("reserve and submit 64 bytes", () => Rounded(() =>
            {
                ring.Reserve(64, out var ptr);
                ptr.Submit(BpfConstants.BPF_RB_NO_WAKEUP);
            })),
            ("reserve, write 64 bytes and submit", () => Rounded(() =>
            {
                ring.Reserve(64, out var ptr);
                ptr.Write(0, bytes);
                ptr.Submit(BpfConstants.BPF_RB_NO_WAKEUP);
            })),
            (
                "reserve and submit 64 bytes, without a dynptr",
                () => Rounded(() => RingBuf.SubmitRecord(ring.ReserveRecord(64), BpfConstants.BPF_RB_NO_WAKEUP))),
            ("output 64 bytes", () => Rounded(() => ring.Output(bytes, BpfConstants.BPF_RB_NO_WAKEUP))),
            ("write 8 bytes", () => Time(Count, () => Each(memory, (scoped in Dynptr ptr, ulong at) => ptr.Write(at, small)))),
            ("read 8 bytes", () => Time(Count, () => Each(memory, (scoped in Dynptr ptr, ulong at) => ptr.Read(small, at)))),
            ("data of 8 bytes", () => Time(Count, () => Each(memory, static (scoped in Dynptr ptr, ulong at) => ptr.Data(at, 8).Length))),
            (
                "slice of 8 bytes",
                () => Time(Count, () => Each(memory, static (scoped in Dynptr ptr, ulong at) => ptr.GetSlice(at, default, 8).Length))),
        };
        Console.WriteLine("| operation | |");
        Console.WriteLine("| --- | ---: |");
        foreach (var (name, time) in rows)
        {
            time();
            Console.WriteLine(FormattableString.Invariant(
                $"| {name} | {Enumerable.Range(0, Rounds).Select(_ => time()).Order().ElementAt(Rounds / 2):F1} ns |"));
        }

        // The reader makes room now and then; what it costs is not counted.
        double Rounded(Action action)
        {
            long ticks = 0;
            for (var i = 0; i < Count; i += 512)
            {
                var start = Stopwatch.GetTimestamp();
                for (var j = 0; j < 512; j++)
                    action();
                ticks += Stopwatch.GetTimestamp() - start;
                reader.ConsumeBatch(static _ => { });
            }

            return ticks * 1e9 / Stopwatch.Frequency / Count;
        }

        static void Each(byte[] memory, Access access)
        {
            Dynptr.FromMemory(memory, out var ptr);
            for (var i = 0; i < Count; i++)
                access(ptr, (ulong)(i & 7) * 8);
        }
    }

    private delegate int Access(scoped in Dynptr ptr, ulong at);

    private static double Time(int count, Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / count;
    }

    /// <summary>The medians of several rounds, in which each way takes its turn; the first rounds are for the JIT.</summary>
    private static double[] Median<T>(Func<T> create, Func<T, IEnumerable<double>> measure)
    {
        var ways = create();
        for (var i = 0; i < 3; i++)
            _ = measure(ways).ToList();
        List<double>[] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => measure(ways).ToList())];
        return [.. Enumerable.Range(0, rounds[0].Count).Select(i => rounds.Select(round => round[i]).Order().ElementAt(Rounds / 2))];
    }

    private static void Print(string name, double[] times) => Console.WriteLine(
        $"| {name} | {string.Join(" | ", times.Select(time => double.IsNaN(time) ? "" : FormattableString.Invariant($"{time:F0} ns")))} | "
        + FormattableString.Invariant($"{times[..^1].Where(time => !double.IsNaN(time)).Min() / times[^1]:F1} times |"));
}
