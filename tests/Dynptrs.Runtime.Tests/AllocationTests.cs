using System;

namespace Dynptrs.Tests;

/// <summary>What a program does for each event leaves no work to the garbage collector.</summary>
public class AllocationTests
{
    private static readonly RingBuf Ring = new(4096);
    private static readonly RingBufReader Reader = new(Ring);
    private static readonly ArrayMap<long> Array = new(1);
    private static readonly HashMap<long, long> Hash = new(1);
    private static readonly LruHashMap<long, long> Lru = new(1);
    private static readonly PerCpuArrayMap<long> PerCpu = new(1);
    private static readonly XdpBuff Xdp = new(new byte[54], new byte[100]);
    private static readonly SkBuff Packet = new(BpfProgramType.SchedCls, new byte[54], new byte[100]);

    [Fact]
    public void A_ring_buffer_record_is_written_and_consumed_without_allocation() => AssertNoAllocation(static () =>
    {
        Check(Ring.Reserve(64, out var ptr));
        Check(ptr.Write(0, 1L));
        Check(ptr.Read(out long _));
        Check(ptr.Data<long>().Value == 1 ? 0 : 1);
        Check(ptr.Data(8, 8).IsNull ? 1 : 0);
        Check(ptr.Clone(out var clone));
        Check(clone.Adjust(8, 16));
        clone.Submit();
        Check(Ring.Reserve(1 << 20, out var failed) == -Errno.EINVAL ? 0 : 1);
        failed.Discard();
        Span<byte> record = stackalloc byte[64];
        Check(Reader.TryRead(record, out var length) && length == 64 ? 0 : 1);
    });

    [Fact]
    public void A_record_is_discarded_without_allocation() => AssertNoAllocation(static () =>
    {
        Check(Ring.Reserve(64, out var ptr));
        ptr.Discard();
        Check(Reader.TryRead([], out _) ? 1 : 0);
    });

    [Fact]
    public void A_packet_is_read_sliced_and_written_without_allocation() => AssertNoAllocation(static () =>
    {
        Span<byte> buffer = stackalloc byte[16];
        Check(Packet.ToDynptr(out var ptr));
        Check(ptr.Read(buffer, 50));
        Check(ptr.GetSlice(0, default, 16) ? 0 : 1);
        Check(ptr.GetSlice(138, buffer, 16) ? 0 : 1);
        Check(ptr.GetWritableSlice<long>(138, buffer) ? 0 : 1);
        Check(ptr.Write(50, buffer, BpfConstants.BPF_F_RECOMPUTE_CSUM));
    });

    [Fact]
    public void A_packet_is_reached_through_pointers_without_allocation() => AssertNoAllocation(static () =>
    {
        var data = Xdp.Data;
        var end = Xdp.DataEnd;
        Check(data + 14 <= end && Xdp.DataMeta <= data ? 0 : 1);
        data.As<uint>() += data[13];
        (data + 8).AsSpan(4).Clear();
    });

    [Fact]
    public void Packets_are_changed_without_allocation() => AssertNoAllocation(static () =>
    {
        Span<byte> buffer = stackalloc byte[16];
        Check(Xdp.AdjustHead(-8));
        Check(Xdp.AdjustMetadata(-4));
        Check(Xdp.AdjustTail(0));
        Check(Xdp.PullData(20));
        Check(Xdp.LoadBytes(50, buffer));
        Check(Xdp.StoreBytes(50, buffer));
        Check(Xdp.ToDynptr(out var ptr));
        Check(ptr.Write(50, buffer));
        Check(ptr.GetSlice(50, buffer, 16) ? 0 : 1);
        Check(Xdp.AdjustMetadata(4));
        Check(Xdp.AdjustHead(8));
        Check(Packet.ToMetadataDynptr(out var metadata));
        Check(metadata.Read([]));
        Check(Packet.LoadBytes(50, buffer));
        Check(Packet.StoreBytes(50, buffer));
        Check(Packet.PullData(54));
        Check(Packet.ReplaceTransportChecksum(24, 1, 2, 2));
        Check(BpfChecksum.Difference(buffer, buffer, 0) > ushort.MaxValue ? 1 : 0);
    });

    [Fact]
    public void A_map_value_is_looked_up_and_written_without_allocation() => AssertNoAllocation(static () =>
    {
        Check(Array.Update(0, 5));
        var value = Array.Lookup(0);
        Check(Dynptr.FromMemory(ref value.Value, out var ptr));
        Check(ptr.Write(0, 1L));
        Check(Hash.Lookup(1).IsNull ? 0 : 1);
        Check(BpfLoop.Run(3, static (uint _, ref Dynptr ptr) => ptr.Read(out long _), ref ptr) == 3 ? 0 : 1);
    });

    [Fact]
    public void Maps_are_walked_without_allocation() => AssertNoAllocation(static () =>
    {
        Check(PerCpu.Update(0, 5));
        Check(PerCpu.Lookup(0).IsNull ? 1 : 0);
        Check(Lru.Lookup(1).IsNull ? 0 : 1);
        long sum = 0;
        Check(Array.ForEach(static (map, in key, ref value, ref sum) => (int)((sum += value) & 0), ref sum) == 1 ? 0 : 1);
        Check(Hash.ForEach(static (map, in key, ref value) => 0));
    });

    [Fact]
    public void The_small_helpers_do_not_allocate() => AssertNoAllocation(static () =>
    {
        Span<byte> name = stackalloc byte[16];
        Check(CurrentTask.GetCommand(name));
        Check(KernelClock.GetNanoseconds() == 0 ? 1 : 0);
        Check(CurrentCpu.GetId() < CurrentCpu.Count ? 0 : 1);
        _ = KernelRandom.NextUInt32();
        var sum = 0;
        foreach (var i in BpfLoop.Range(0, 5))
            sum += i;
        Check(NumberIterator.Create(sum, 11, out var iterator));
        Check(iterator.Next().Value == 10 && iterator.Next().IsNull ? 0 : 1);
        iterator.Destroy();
        Check(TraceLog.Print("%d %5x %s"u8, 1, 2, 0) == 8 ? 0 : 1);
    });

    [Fact]
    public void Memory_is_read_by_its_address_without_allocation()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read by its address on Linux only.");
        AssertNoAllocation(static () =>
        {
            Check(Ring.Reserve(64, out var ptr));
            Check(ptr.ProbeReadKernel(0, 8, (nuint)KernelTask.CurrentAddress));
            Check(ptr.CopyFromTask(0, 8, (nuint)KernelTask.CurrentAddress, KernelTask.Current));
            Check(ptr.ProbeReadUserString(0, 8, 16) == -Errno.EFAULT ? 0 : 1);
            Check(ProbeMemory.ReadUser(out long _, (nuint)KernelTask.CurrentAddress));
            ptr.Discard();
            Check(Reader.TryRead([], out _) ? 1 : 0);
        });
    }

    [Fact]
    public void A_file_is_read_and_sliced_without_allocation()
    {
        using var file = new KernelFile(typeof(AllocationTests).Assembly.Location);
        Check(file.ToDynptr(out var ptr));
        AssertNoAllocation(ref ptr, static (ref Dynptr ptr) =>
        {
            Span<byte> buffer = stackalloc byte[16];
            Check(ptr.Read(buffer, 100));
            Check(ptr.GetSlice(50, buffer, 16) ? 0 : 1);
            Check(ptr.Clone(out var clone));
            Check(clone.Read(buffer, long.MaxValue) == -Errno.EIO ? 0 : 1);
        });
        ptr.DiscardFile();
    }

    private static void AssertNoAllocation(Action action) => AssertNoAllocation(ref action, static (ref Action action) => action());

    private static void AssertNoAllocation<T>(ref T it, Use<T> use)
        where T : allows ref struct
    {
        // The first runs allocate what the runtime of .NET needs: code, statics, cached delegates.
        for (var i = 0; i < 100; i++)
            use(ref it);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            use(ref it);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Check(int error)
    {
        if (error != 0)
            throw new InvalidOperationException($"A helper answered {error}.");
    }
}
