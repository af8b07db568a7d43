using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using Dynptrs.Kernel;

namespace Dynptrs.Benchmarks.InKernel;

/// <summary>
/// Records of 80 bytes out of a ring buffer of the kernel that a program has filled: our reader beside one in C on libbpf,
/// in turns on the same ring, on one thread.
/// </summary>
internal static class RingReadReport
{
    private const int Rounds = 51;
    private const ulong Number = 4711;

    public static void Run()
    {
        using var loaded = KernelObject.Load(CObject.Compile("RingFill"));
        var program = loaded.Program("fill");
        using var ring = loaded.Map("Events").OpenRingBuf();
        using var theirs = new CLibrary(loaded.Map("Events").Descriptor);
        var reader = new RingBufReader(ring);
        var room = ring.Size / 88;
        var sum = 0UL;
        RingBufRecordHandler add = record => sum += MemoryMarshal.Read<ulong>(record);
        var buffer = new byte[80];
        (string Name, Func<int> Read)[] readers =
        [
            ("C, `ring_buffer__consume`", () => theirs.Read()),
            ("`Consume`", () => reader.Consume(add)),
            ("`ConsumeBatch`", () => reader.ConsumeBatch(add)),
            ("`TryRead`, which copies", () =>
            {
                var count = 0;
                for (; reader.TryRead(buffer, out _); count++)
                    sum += MemoryMarshal.Read<ulong>(buffer);
                return count;
            }),
        ];
        var times = readers.Select(_ => new List<double>()).ToArray();
        var allocated = new long[readers.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < readers.Length; i++)
            {
                program.TestRun(new byte[64], new TestRunOptions { Repeat = room });
                var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
                var count = readers[i].Read();
                var time = Stopwatch.GetElapsedTime(start);
                allocated[i] = GC.GetAllocatedBytesForCurrentThread() - before;
                if (count < room - 2)
                    throw new InvalidOperationException($"{readers[i].Name} read {count} records of {room}.");
                times[i].Add(time.TotalNanoseconds / count);
            }
        }

        if (sum == 0 || sum % Number != 0 || theirs.Sum % Number != 0)
            throw new InvalidOperationException("The records are not what was written.");
        Console.WriteLine("| reader | a record | records a second | ratio to C, the median | and of the rounds | allocated |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (var i = 0; i < readers.Length; i++)
        {
            double[] ratios = [.. times[i].Zip(times[0], (ours, c) => ours / c).Order()];
            var median = times[i].Order().ElementAt(Rounds / 2);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {readers[i].Name} | {median:F1} ns | {1000 / median:F0} million | {ratios[Rounds / 2]:F2} | "
                + $"{ratios[Rounds / 4]:F2} to {ratios[Rounds * 3 / 4]:F2} | {allocated[i]} bytes |"));
        }
    }
}
