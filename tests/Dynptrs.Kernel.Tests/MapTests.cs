using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Dynptrs.Kernel.Tests.Building;
using Dynptrs.Kernel.Tests.Programs;

namespace Dynptrs.Kernel.Tests;

/// <summary>Maps and variables of the kernel, read and written with the types of the programs.</summary>
public sealed class MapTests
{
    [Fact]
    public void A_hash_map_is_read_written_and_walked()
    {
        using var firewall = Firewall.Skeleton.Load(Objects.Compile("Firewall"));
        var map = firewall.Maps.BySize;
        Assert.Equal(4, map.MaxEntries);
        firewall.Programs.OnPacket.TestRun(new byte[20]);
        Assert.True(map.TryGet(20, out var traffic));
        Assert.Equal(new Traffic { Packets = 1, Bytes = 20 }, traffic);
        Assert.False(map.TryGet(21, out _));
        for (var key = 0; key < 3; key++)
            Assert.Equal(0, map.Update(key, new Traffic { Bytes = (ulong)key }));
        Assert.Equal(-Errno.E2BIG, map.Update(99, default));
        Assert.Equal(-Errno.EEXIST, map.Update(1, default, BpfConstants.BPF_NOEXIST));
        Assert.Equal([0, 1, 2, 20], map.Select(entry => entry.Key).Order());
        Assert.Equal(0, map.Delete(20));
        Assert.Equal(-Errno.ENOENT, map.Delete(20));
        Assert.Equal(3, map.Count());
    }

    [Fact]
    public void An_array_has_every_index()
    {
        using var firewall = Firewall.Skeleton.Load(Objects.Compile("Firewall"));
        firewall.Programs.OnPacket.TestRun(new byte[33]);
        Assert.Equal(
            [0L, 33, 0, 0, 0, 0, 0, 0],
            firewall.Maps.Sizes.OrderBy(entry => entry.Key).Select(entry => entry.Value));
        Assert.False(firewall.Maps.Sizes.TryGet(8, out _));
        Assert.Equal(-Errno.E2BIG, firewall.Maps.Sizes.Update(8, 1));
        Assert.Equal(-Errno.EINVAL, firewall.Maps.Sizes.Delete(1));
    }

    [Fact]
    public void A_map_may_have_a_value_for_each_processor()
    {
        using var firewall = Firewall.Skeleton.Load(Objects.Compile("Firewall"));
        for (var i = 0; i < 5; i++)
            firewall.Programs.OnPacket.TestRun(new byte[33]);
        Assert.True(firewall.Maps.Runs.TryGet(0, out var runs));
        Assert.Equal((CurrentCpu.Count, 5), (runs.Count, runs.Sum()));
        int[] values = [.. Enumerable.Range(10, CurrentCpu.Count)];
        Assert.Equal(0, firewall.Maps.Runs.Update(1, values));
        Assert.Equal(values, firewall.Maps.Runs.Single(entry => entry.Key == 1).Value);
        Assert.Throws<ArgumentException>(() => firewall.Maps.Runs.Update(1, []));
    }

    [Fact]
    public void Types_of_another_size_are_refused()
    {
        using var loaded = KernelObject.Load(Objects.Compile("Firewall"));
        var error = Assert.Throws<ArgumentException>(() => loaded.Map("BySize").As<int, long>());
        Assert.Equal(
            "The values of the map `BySize` have 16 bytes, those of Int64 have 8. Use the type that the program uses.", error.Message);
        Assert.Throws<ArgumentException>(() => loaded.Map("BySize").As<long, Traffic>());
        Assert.Throws<ArgumentException>(() => loaded.Map("Runs").As<uint, int>());
        Assert.Throws<ArgumentException>(() => loaded.Map("BySize").AsPerCpu<int, Traffic>());
        Assert.Throws<ArgumentException>(() => loaded.Variables.Get<long>("Limit"));
        Assert.Throws<KeyNotFoundException>(() => loaded.Map("Nothing"));
        Assert.Throws<KeyNotFoundException>(() => loaded.Variables.Get<int>("Nothing"));
        Assert.Throws<IOException>(() => loaded.Map("BySize").OpenRingBuf());
    }

    [Fact]
    public void Variables_start_with_the_values_of_this_process_and_are_shared_with_the_kernel()
    {
        var content = Objects.Compile("Firewall");
        Firewall.Limit = 30;
        try
        {
            using var firewall = Firewall.Skeleton.Load(content);
            Assert.Equal((30, XdpAction.XDP_DROP, 1), (firewall.Data.Limit, firewall.Rodata.Verdict, firewall.Rodata.HookVerdict));
            Assert.Equal(XdpAction.XDP_PASS, firewall.Programs.OnPacket.TestRun(new byte[30]).ReturnValue);
            firewall.Data.Limit = 31;
            firewall.Bss.Dropped = 10;
            Assert.Equal(XdpAction.XDP_DROP, firewall.Programs.OnPacket.TestRun(new byte[30]).ReturnValue);
            Assert.Equal((11, 30UL), (firewall.Bss.Dropped, firewall.Bss.Last.Bytes));

            // A private one, too.
            Assert.True(firewall.Maps.Recent.TryGet(30, out var recent));
            Assert.Equal(42, recent);
            Assert.Equal(30, Firewall.Limit);
        }
        finally
        {
            Firewall.Limit = 60;
        }
    }

    [Fact]
    public void Constants_are_set_before_the_object_is_loaded()
    {
        using var loaded = KernelObject.Load(
            Objects.Compile("Firewall"),
            new KernelLoadOptions { Initialize = variables => variables.Set("Verdict", XdpAction.XDP_TX) });
        loaded.Variables.Get<int>("Limit") = 100;
        Assert.Equal(XdpAction.XDP_TX, loaded.Program("OnPacket").TestRun(new byte[30]).ReturnValue);
        Assert.Equal(XdpAction.XDP_TX, loaded.Variables.Read<int>("Verdict"));
        Assert.Throws<InvalidOperationException>(() => loaded.Variables.Get<int>("Verdict"));
        Assert.Contains(new KernelVariable("Verdict", ".rodata", 4), loaded.Variables.Select(variable => variable with { Offset = 0 }));
    }

    [Fact]
    public void A_ring_buffer_is_read()
    {
        using var firewall = Firewall.Skeleton.Load(Objects.Compile("Firewall"));
        var reader = firewall.Maps.Events;
        firewall.Programs.OnPacket.TestRun(new byte[20]);
        firewall.Programs.OnPacket.TestRun(new byte[21]);
        var seen = new List<ulong>();
        Assert.Equal(2, reader.Consume(record => seen.Add(MemoryMarshal.Read<Traffic>(record).Bytes)));
        Assert.Equal([20, 21], seen);
        Assert.Same(reader, firewall.Maps.Events);
    }

    [Fact]
    public async Task A_reader_that_outlives_its_object_says_so()
    {
        var firewall = Firewall.Skeleton.Load(Objects.Compile("Firewall"));
        var reader = firewall.Maps.Events;
        var token = TestContext.Current.CancellationToken;
        var records = reader.ReadAllAsync(token).GetAsyncEnumerator(token);
        firewall.Programs.OnPacket.TestRun(new byte[20]);
        Assert.True(await records.MoveNextAsync());
        var next = records.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);

        firewall.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => next);
        var error = Assert.Throws<ObjectDisposedException>(() => reader.TryRead(new byte[16], out _));
        Assert.StartsWith("The ring buffer is closed, perhaps with the object", error.Message, StringComparison.Ordinal);
    }

    /// <summary>What is opened by hand is closed by hand.</summary>
    [Fact]
    public void A_ring_buffer_of_its_own_outlives_its_object()
    {
        KernelRingBuf ring;
        using (var firewall = Firewall.Skeleton.Load(Objects.Compile("Firewall")))
        {
            ring = firewall.Kernel.Map("Events").OpenRingBuf();
            firewall.Programs.OnPacket.TestRun(new byte[20]);
        }

        Assert.True(new RingBufReader(ring).TryRead(new byte[16], out _));
        ring.Dispose();
    }

    [Fact]
    public void A_ring_buffer_is_filled_for_a_program()
    {
        using var drain = Drain.Skeleton.Load(Objects.Compile("Drain"));
        var producer = drain.Maps.Commands;
        foreach (var value in new[] { 3, 4 })
        {
            Assert.Equal(0, producer.Reserve(sizeof(int), out var sample));
            MemoryMarshal.Write(sample.Span, value);
            sample.Submit();
        }

        Assert.Equal(2, drain.Programs.OnCall.TestRun().ReturnValue);
        Assert.Equal(7, drain.Bss.Sum);
    }

    [Fact]
    public void What_is_pinned_outlives_its_object()
    {
        var content = Objects.Compile("Firewall");
        using var files = BpfFileSystem.Mount();
        var path = files.PathOf("by_size");
        using (var firewall = Firewall.Skeleton.Load(content))
        {
            firewall.Kernel.Map("BySize").Pin(path);
            firewall.Kernel.Program("OnPacket").Pin(files.PathOf("on_packet"));
            firewall.Maps.BySize.Update(5, new Traffic { Packets = 9 });
            Assert.Equal(17, Assert.Throws<BpfLoadException>(() => firewall.Kernel.Map("BySize").Pin(path)).Error);
        }

        using (var map = KernelMap.FromPinnedPath(path))
        {
            Assert.Equal(("BySize", KernelMapType.Hash, 4), (map.Name, map.Type, map.MaxEntries));
            Assert.Equal(9UL, map.As<int, Traffic>()[5].Packets);
        }

        File.Delete(path);
        Assert.Equal(2, Assert.Throws<BpfLoadException>(() => KernelMap.FromPinnedPath(path)).Error);
    }
}
