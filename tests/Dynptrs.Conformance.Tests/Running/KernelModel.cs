using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.Interpreter;
using Dynptrs.Interpreter.Calls;
using Dynptrs.Interpreter.Values;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Conformance.Tests.Running;

/// <summary>
/// What the helpers do to a lowered program that runs, by their kernel names and the arguments of their stubs: written a
/// second time, from the same facts as the runtime, so that the two can be compared.
/// </summary>
/// <param name="world">The maps, the globals and the packet that the program meets.</param>
internal sealed class KernelModel(World world) : IEnvironment
{
    private const int MaxDynptrSize = 0xffffff;
    private const int MaxLoops = 1 << 23;
    private const int RecordHeader = 8;

    private readonly Dictionary<string, long> _usedRings = [];
    private readonly Dictionary<(string Map, string Key), MemoryRegion> _entries = [];

    public int MaxSteps => 2_000_000;

    public MemoryRegion GetGlobal(Site site, string name, long size) => world.GetGlobal(name, size);

    public Value? Call(HelperCall call) => call.Contract.Requirements?.Helper switch
    {
        "bpf_dynptr_from_mem" => Result(FromMemory(call)),
        "bpf_dynptr_from_skb" => Result(FromPacket(call)),
        "bpf_ringbuf_reserve_dynptr" => Result(Reserve(call)),
        "bpf_ringbuf_submit_dynptr" or "bpf_ringbuf_discard_dynptr" => null,
        "bpf_dynptr_clone" => Result(Clone(call)),
        "bpf_dynptr_read" => Result(Read(call)),
        "bpf_dynptr_write" => Result(Write(call)),
        "bpf_dynptr_data" => Data(call),
        "bpf_dynptr_slice" => Slice(call, isWritable: false),
        "bpf_dynptr_slice_rdwr" => Slice(call, isWritable: true),
        "bpf_dynptr_adjust" => Result(Adjust(call)),
        "bpf_dynptr_size" => Result(Of(call, 0) is { IsNull: false } sized ? (long)sized.Size : -Errno.EINVAL),
        "bpf_dynptr_is_null" => Result(Of(call, 0).IsNull ? 1 : 0),
        "bpf_dynptr_is_rdonly" => Result(Of(call, 0).IsReadOnly ? 1 : 0),
        "bpf_map_lookup_elem" => Lookup(call),
        "bpf_map_update_elem" => Result(Update(call)),
        "bpf_loop" => Result(Loop(call)),
        "bpf_get_current_pid_tgid" => Result((long)CurrentTask.GetPidTgid()),
        "bpf_strncmp" => Result(BpfString.Compare(call.GetBytes(0), call.GetBytes(1))),
        "bpf_probe_read_kernel" => Result(Copy(call)),
        "bpf_printk" => Result(0),
        null when call.Contract.Name == nameof(SkBuff.Length) => Result(world.Packet.Bytes.Length),
        var helper => throw new NoModelException(helper ?? call.Contract.Name),
    };

    private static Number Result(long number) => new(number);

    private static DynptrData Of(HelperCall call, int index) => (DynptrData)call.GetOwner(index)!.Data!;

    private static long FromMemory(HelperCall call)
    {
        var memory = call.GetPointer(0);
        var size = Math.Max(memory.Length, 0);
        long error = size > MaxDynptrSize ? -Errno.E2BIG : call.GetNumber(1) != 0 ? -Errno.EINVAL : 0;
        call.MadeData[2] = error != 0
            ? DynptrData.Null
            : new DynptrData(memory.Memory ?? new MemoryRegion([]), memory.Start + memory.Offset, (ulong)size);
        return error;
    }

    private long FromPacket(HelperCall call)
    {
        var isValid = call.GetNumber(1) == 0;
        call.MadeData[2] = isValid
            ? new DynptrData(world.Packet, 0, (ulong)world.Packet.Bytes.Length, world.IsPacketReadOnly, IsPacket: true)
            : DynptrData.Null;
        return isValid ? 0 : -Errno.EINVAL;
    }

    private long Reserve(HelperCall call)
    {
        var ring = (string)((Handle)call.GetValue(0)!).Target!;
        var (size, flags) = (call.GetNumber(1), call.GetNumber(2));
        var length = (size + RecordHeader + 7) / 8 * 8;
        var used = _usedRings.GetValueOrDefault(ring);
        call.MadeData[3] = DynptrData.Null;
        if (flags != 0)
            return -Errno.EINVAL;
        if (size > MaxDynptrSize)
            return -Errno.E2BIG;
        if (length > world.GetRingSize(ring) || used + length >= world.GetRingSize(ring))
            return -Errno.EINVAL;
        _usedRings[ring] = used + length;
        call.MadeData[3] = new DynptrData(new MemoryRegion(new byte[size]), 0, (ulong)size);
        return 0;
    }

    private static long Clone(HelperCall call)
    {
        var source = Of(call, 0);
        call.MadeData[1] = source;
        return source.IsNull ? -Errno.EINVAL : 0;
    }

    private static long Read(HelperCall call)
    {
        var (source, offset) = (Of(call, 1), (ulong)call.GetNumber(2));
        var destination = call.GetBytes(0);
        if (source.IsNull || call.GetNumber(3) != 0)
            return -Errno.EINVAL;
        if (!source.Contains(offset, (ulong)destination.Length))
            return -Errno.E2BIG;
        source.Bytes(offset, (ulong)destination.Length).CopyTo(destination);
        return 0;
    }

    private static long Write(HelperCall call)
    {
        var (destination, offset) = (Of(call, 0), (ulong)call.GetNumber(1));
        var source = call.GetBytes(2);
        if (destination.IsNull || destination.IsReadOnly)
            return -Errno.EINVAL;
        if (!destination.Contains(offset, (ulong)source.Length))
            return -Errno.E2BIG;
        if (call.GetNumber(3) != 0)
            return -Errno.EINVAL;
        source.CopyTo(destination.Bytes(offset, (ulong)source.Length));
        return 0;
    }

    private static Pointer Data(HelperCall call)
    {
        var source = Of(call, 0);
        var (offset, length) = ((ulong)call.GetNumber(1), GetLength(call, 2));
        return source.IsReadOnly || source.IsPacket ? Pointer.Null : PointTo(source, offset, length);
    }

    private static Pointer Slice(HelperCall call, bool isWritable)
    {
        var source = Of(call, 0);
        var (offset, length) = ((ulong)call.GetNumber(1), GetLength(call, 3));
        return isWritable && source.IsReadOnly ? Pointer.Null : PointTo(source, offset, length);
    }

    private static Pointer PointTo(DynptrData source, ulong offset, ulong length) =>
        source.IsNull || !source.Contains(offset, length)
            ? Pointer.Null
            : new Pointer(source.Memory, source.Start + (long)offset, (long)length, 0, -1, false, null);

    /// <summary>The length that is asked for: an argument, or the size of the type.</summary>
    private static ulong GetLength(HelperCall call, int index) =>
        call.Contract.Return.Type is ViewType { Element: { Size: >= 0 } element } ? (ulong)element.Size : (ulong)call.GetNumber(index);

    private static long Adjust(HelperCall call)
    {
        var owner = call.GetOwner(0)!;
        var data = (DynptrData)owner.Data!;
        var (start, end) = ((ulong)call.GetNumber(1), (ulong)call.GetNumber(2));
        if (data.IsNull || start > end)
            return -Errno.EINVAL;
        if (start > data.Size || end > data.Size)
            return -Errno.ERANGE;
        owner.Data = data with { Start = data.Start + (long)start, Size = end - start };
        return 0;
    }

    private Pointer Lookup(HelperCall call)
    {
        var map = (string)((Handle)call.GetValue(0)!).Target!;
        var size = ((ViewType)call.Contract.Return.Type!).Element!.Size;
        return FindEntry(map, call.GetBytes(1), size) is { } entry ? Pointer.To(entry) : Pointer.Null;
    }

    private long Update(HelperCall call)
    {
        var map = (string)((Handle)call.GetValue(0)!).Target!;
        var value = call.GetBytes(2);
        if (call.GetNumber(3) != 0)
            throw new NoModelException("bpf_map_update_elem with flags");
        var entry = FindEntry(map, call.GetBytes(1), value.Length);
        if (entry is null && world.GetArraySize(map) is not null)
            return -Errno.E2BIG;
        entry ??= _entries[(map, Convert.ToHexString(call.GetBytes(1)))] = new MemoryRegion(new byte[value.Length]);
        value.CopyTo(entry.Bytes);
        return 0;
    }

    private MemoryRegion? FindEntry(string map, ReadOnlySpan<byte> key, int size)
    {
        var name = (map, Convert.ToHexString(key[..Math.Min(key.Length, 4)]));
        if (_entries.TryGetValue(name, out var entry))
            return entry;
        if (world.GetArraySize(map) is not { } count || BitConverter.ToUInt32(key) >= count)
            return null;
        return _entries[name] = new MemoryRegion(new byte[size]);
    }

    private static long Loop(HelperCall call)
    {
        var (count, flags) = (call.GetNumber(0), call.GetNumber(call.Contract.Parameters.Length - 1));
        if (flags != 0)
            return -Errno.EINVAL;
        if (count > MaxLoops)
            return -Errno.E2BIG;
        var callback = Enumerable.Range(0, call.Contract.Parameters.Length)
            .First(index => call.Contract.Parameters[index].Callback is not null);
        for (var i = 0L; i < count; i++)
        {
            if (call.RunCallback(callback, new Number(i)) != 0)
                return i + 1;
        }

        return count;
    }

    private static long Copy(HelperCall call)
    {
        var destination = call.GetBytes(0);
        var source = call.GetBytes(1);
        if (source.Length < destination.Length)
            throw new NoModelException("bpf_probe_read_kernel of different lengths");
        source[..destination.Length].CopyTo(destination);
        return 0;
    }
}
