using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.Kernel.Tests.Building;
using Dynptrs.Kernel.Tests.Programs;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Kernel.Tests;

/// <summary>A program that asks maps, in this process as in the kernel: each errno, each value.</summary>
public sealed class MapWorldTests
{
    private const int Queue = 0;
    private const int Filter = 2;
    private const int Routes = 3;
    private const int Counts = 4;
    private const int Recent = 5;
    private const int Table = 6;

    [Fact]
    public void Maps_of_this_process_answer_as_those_of_the_kernel()
    {
        RunningKernel.SkipWhereNothingMayBeLoaded();
        using var kernel = Store.Skeleton.Open(BpfWorld.Kernel, Objects.Compile("Store"));
        using var process = Store.Skeleton.Open(BpfWorld.Process);
        Empty(process);
        var random = new Random(18);
        for (var i = 0; i < 20_000; i++)
        {
            var request = Make(random);
            var (inKernel, here) = (Ask(kernel, request), Ask(process, request));
            if (request.Map is Counts or Recent)
                (inKernel.Found, here.Found) = (Math.Sign(inKernel.Found), Math.Sign(here.Found));
            Assert.True(
                inKernel == here,
                $"Request {i}: map {request.Map}, operation {request.Operation}, key {request.Key.Length}:{request.Key.Address:x8}, "
                + $"flags {request.Flags}: {inKernel} in the kernel, {here} here.");
        }

        Assert.Equal(Entries(kernel.Maps.Routes), Entries(process.Maps.Routes));
        Assert.Equal(Entries(kernel.Maps.Table), Entries(process.Maps.Table));
        Assert.Equal(kernel.Maps.Counts.Select(entry => entry.Key).Order(ByKey), process.Maps.Counts.Select(entry => entry.Key).Order(ByKey));
        Assert.Equal(kernel.Maps.Recent.Select(entry => entry.Key).Order(ByKey), process.Maps.Recent.Select(entry => entry.Key).Order(ByKey));
        Empty(process);
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void The_host_fills_a_queue_and_a_stack_and_empties_them(BpfWorld world)
    {
        RunningKernel.SkipWhereMissing(world);
        using var store = Store.Skeleton.Open(world, Objects.Compile("Store", world));
        Empty(store);
        foreach (var elements in new[] { store.Maps.Queue, store.Maps.Stack })
        {
            Assert.Equal(3, elements.MaxEntries);
            Assert.False(elements.TryPeek(out _));
            for (var i = 1; i <= 3; i++)
                Assert.Equal(0, elements.Push(i));
            Assert.Equal((-Errno.E2BIG, -Errno.EINVAL), (elements.Push(4), elements.Push(4, BpfConstants.BPF_NOEXIST)));
            Assert.Equal(0, elements.Push(4, BpfConstants.BPF_EXIST));
            Assert.True(elements.TryPeek(out var next));
            Assert.True(elements.TryPop(out var taken));
            Assert.Equal(next, taken);
        }

        Assert.True(store.Maps.Queue.TryPop(out var third));
        Assert.True(store.Maps.Stack.TryPop(out var second));
        Assert.Equal((3L, 3L), (third, second));
        Assert.Equal(0, Ask(store, new MapRequest { Map = Queue, Operation = Store.Pop }).Error);
        Assert.False(store.Maps.Queue.TryPop(out _));
        Empty(store);
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void A_filter_has_all_that_was_added_and_little_else(BpfWorld world)
    {
        RunningKernel.SkipWhereMissing(world);
        using var store = Store.Skeleton.Open(world, Objects.Compile("Store", world));
        Assert.Equal(100, store.Maps.Filter.MaxEntries);
        Assert.Equal(0, store.Maps.Filter.Add(1_000));
        for (var i = 1_001; i < 1_050; i++)
            Assert.Equal(0, Ask(store, new MapRequest { Map = Filter, Operation = Store.Push, Value = i }).Error);
        for (var i = 1_000; i < 1_050; i++)
            Assert.True(store.Maps.Filter.MayContain(i));
        Assert.Equal(0, Ask(store, new MapRequest { Map = Filter, Operation = Store.Peek, Value = 1_000 }).Error);
        Assert.InRange(Enumerable.Range(2_000, 1_000).Count(value => store.Maps.Filter.MayContain(value)), 0, 200);
        var flagged = new MapRequest { Map = Filter, Operation = Store.Push, Flags = BpfConstants.BPF_EXIST };
        Assert.Equal(-Errno.EINVAL, Ask(store, flagged).Error);
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void Each_processor_has_a_value_for_a_key(BpfWorld world)
    {
        RunningKernel.SkipWhereMissing(world);
        using var store = Store.Skeleton.Open(world, Objects.Compile("Store", world));
        Empty(store);
        var key = new Prefix { Address = 7 };
        Assert.Equal(0, Ask(store, new MapRequest { Map = Counts, Operation = Store.Update, Key = key, Value = 5 }).Error);
        Assert.True(store.Maps.Counts.TryGet(key, out var values));
        Assert.Equal((CurrentCpu.Count, 5L), (values.Count, values.Sum()));
        long[] all = [.. Enumerable.Range(100, CurrentCpu.Count)];
        Assert.Equal(0, store.Maps.Counts.Update(key, all));
        Assert.Equal(all, store.Maps.Counts.Single().Value);
        Assert.Equal(100, Ask(store, new MapRequest { Map = Counts, Operation = Store.LookupFirstCpu, Key = key }).Found);
        Assert.Equal(-1, Ask(store, new MapRequest { Map = Counts, Operation = Store.LookupNoCpu, Key = key }).Found);
        Assert.Equal(0, store.Maps.Counts.Delete(key));

        // Who takes the memory of a key that is gone begins with zeroes.
        Assert.Equal(0, Ask(store, new MapRequest { Map = Counts, Operation = Store.Update, Key = key, Value = 6 }).Error);
        Assert.True(store.Maps.Counts.TryGet(key, out values));
        Assert.Equal(6, values.Sum());
        Empty(store);
    }

    private static (int Error, long Found) Ask(Store.Skeleton.Instance store, MapRequest request)
    {
        store.Bss.Request = request;
        Assert.Equal(0, store.Programs.Ask.TestRun(new byte[60]).Error);
        return (store.Bss.Error, store.Bss.Found);
    }

    /// <summary>Few keys and values, so that they meet; flags of which half are right.</summary>
    private static MapRequest Make(Random random)
    {
        int[] maps = [Queue, 1, Routes, Routes, Counts, Recent, Table];
        var map = maps[random.Next(maps.Length)];
        var hasKeys = map >= Routes;
        return new MapRequest
        {
            Map = map,
            Operation = hasKeys ? Store.Lookup + random.Next(map == Counts ? 5 : 3) : random.Next(3),
            Key = hasKeys
                ? new Prefix
                {
                    Length = map != Routes ? 0 : random.Next(8) == 0 ? 33u : (uint)random.Next(5) * 8,
                    Address = (uint)(random.Next(2) | (random.Next(2) << 8) | (random.Next(2) << 15)),
                }
                : default,
            Value = random.Next(1, 1_000),
            Flags = random.Next(2) == 0 ? 0 : random.Next(8) == 0 ? 1ul << random.Next(40) : (ulong)random.Next(5),
        };
    }

    private static void Empty(Store.Skeleton.Instance store)
    {
        foreach (var elements in new[] { store.Maps.Queue, store.Maps.Stack })
        {
            while (elements.TryPop(out _))
            {
            }
        }

        foreach (var map in new[] { store.Maps.Routes, store.Maps.Table })
            Empty(map);
        foreach (var map in new[] { store.Maps.Counts, store.Maps.Recent })
            Empty(map);
    }

    private static void Empty<TValue>(IBpfMap<Prefix, TValue> map)
    {
        foreach (var key in map.Select(entry => entry.Key).ToList())
            Assert.Equal(0, map.Delete(key));
    }

    private static IEnumerable<(uint, uint, long)> Entries(IBpfMap<Prefix, long> map) =>
        map.Select(entry => (entry.Key.Length, entry.Key.Address, entry.Value)).Order();

    private static readonly Comparer<Prefix> ByKey = Comparer<Prefix>.Create((left, right) => left.Address.CompareTo(right.Address));
}
