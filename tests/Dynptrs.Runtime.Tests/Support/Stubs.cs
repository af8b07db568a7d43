using System;

namespace Dynptrs.Tests;

/// <summary>Stubs as the generator writes them: that they compile proves that each signature can be forwarded.</summary>
internal static class Stubs
{
    public static int bpf_dynptr_from_mem(Span<byte> memory, ulong flags, out Dynptr ptr) => Dynptr.FromMemory(memory, flags, out ptr);

    public static int bpf_dynptr_from_mem<T>(ref T memory, ulong flags, out Dynptr ptr)
        where T : unmanaged => Dynptr.FromMemory(ref memory, flags, out ptr);

    public static int bpf_dynptr_from_skb(SkBuff skb, ulong flags, out Dynptr ptr) => skb.ToDynptr(flags, out ptr);

    public static int bpf_ringbuf_reserve_dynptr(RingBuf ring, uint size, ulong flags, out Dynptr ptr) =>
        ring.Reserve(size, flags, out ptr);

    public static void bpf_ringbuf_submit_dynptr(ref Dynptr ptr, ulong flags) => ptr.Submit(flags);

    public static void bpf_ringbuf_discard_dynptr(ref Dynptr ptr, ulong flags) => ptr.Discard(flags);

    public static int bpf_dynptr_read(scoped Span<byte> destination, scoped in Dynptr ptr, ulong offset, ulong flags) =>
        ptr.Read(destination, offset, flags);

    public static int bpf_dynptr_read<T>(out T destination, scoped in Dynptr ptr, ulong offset, ulong flags)
        where T : unmanaged => ptr.Read(out destination, offset, flags);

    public static int bpf_dynptr_write(scoped in Dynptr ptr, ulong offset, scoped ReadOnlySpan<byte> source, ulong flags) =>
        ptr.Write(offset, source, flags);

    public static int bpf_dynptr_write<T>(scoped in Dynptr ptr, ulong offset, scoped in T source, ulong flags)
        where T : unmanaged => ptr.Write(offset, in source, flags);

    public static Slice bpf_dynptr_data(scoped in Dynptr ptr, ulong offset, ulong length) => ptr.Data(offset, length);

    public static Slice<T> bpf_dynptr_data<T>(scoped in Dynptr ptr, ulong offset)
        where T : unmanaged => ptr.Data<T>(offset);

    public static ReadOnlySlice bpf_dynptr_slice(scoped in Dynptr ptr, ulong offset, Span<byte> buffer, ulong length) =>
        ptr.GetSlice(offset, buffer, length);

    public static Slice<T> bpf_dynptr_slice_rdwr<T>(scoped in Dynptr ptr, ulong offset, Span<byte> buffer = default)
        where T : unmanaged => ptr.GetWritableSlice<T>(offset, buffer);

    public static int bpf_dynptr_adjust(ref Dynptr ptr, ulong start, ulong end) => ptr.Adjust(start, end);

    public static int bpf_dynptr_clone(scoped in Dynptr ptr, out Dynptr clone) => ptr.Clone(out clone);

    public static ulong bpf_dynptr_size(scoped in Dynptr ptr) => ptr.Size;

    public static int bpf_loop<T>(uint iterations, LoopCallback<T> callback, ref T context, ulong flags)
        where T : allows ref struct => BpfLoop.Run(iterations, callback, ref context, flags);

    public static MapValue<T> bpf_map_lookup_elem<T>(ArrayMap<T> map, scoped in uint key)
        where T : unmanaged => map.Lookup(in key);

    public static int bpf_probe_read_kernel<T>(out T destination, scoped in T source)
        where T : unmanaged => ProbeMemory.ReadKernel(out destination, in source);
}
