using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

public sealed partial class SkBuff
{
    /// <summary>Makes a dynptr over the packet. It holds no reference.</summary>
    /// <param name="flags">Must be 0.</param>
    /// <param name="ptr">
    /// The dynptr; null when the call fails. It is read-only where the program may not write packets, and keeps its size when the packet's
    /// length changes.
    /// </param>
    /// <returns>0; <c>-EINVAL</c> for flags.</returns>
    [Trusted]
    [BpfHelper("bpf_dynptr_from_skb", Since = "6.4", GplOnly = true,
        ProgramTypes =
        [
            "SCHED_CLS", "SCHED_ACT", "SK_SKB", "SOCKET_FILTER", "CGROUP_SKB", "LWT_IN",
            "LWT_OUT", "LWT_XMIT", "LWT_SEG6LOCAL", "NETFILTER", "TRACING", "TRACEPOINT",
            "RAW_TRACEPOINT", "PERF_EVENT", "LSM", "STRUCT_OPS",
        ],
        Summary = "Makes a dynptr over a packet, its linear part and its fragments.")]
    public int ToDynptr([InRange(0, 0)] ulong flags, [Initializes("skb"), DependsOn("this")] out Dynptr ptr)
    {
        ptr = flags != 0
            ? Dynptr.Null(DynptrKind.Skb)
            : Dynptr.OfIndirect(DynptrKind.Skb, _memory, (ulong)Length, Lifetime.Forever, !IsWritable);
        return flags != 0 ? -Errno.EINVAL : 0;
    }

    /// <summary>Makes a dynptr over the packet. It holds no reference.</summary>
    /// <param name="ptr">
    /// The dynptr. It is read-only where the program may not write packets, and keeps its size when the packet's length changes.
    /// </param>
    /// <returns>0.</returns>
    [Trusted]
    [BpfHelper("bpf_dynptr_from_skb", Arguments = ["this", "0", "ptr"], Since = "6.4", GplOnly = true,
        ProgramTypes =
        [
            "SCHED_CLS", "SCHED_ACT", "SK_SKB", "SOCKET_FILTER", "CGROUP_SKB", "LWT_IN",
            "LWT_OUT", "LWT_XMIT", "LWT_SEG6LOCAL", "NETFILTER", "TRACING", "TRACEPOINT",
            "RAW_TRACEPOINT", "PERF_EVENT", "LSM", "STRUCT_OPS",
        ],
        HasStub = false)]
    public int ToDynptr([Initializes("skb"), DependsOn("this")] out Dynptr ptr) => ToDynptr(0, out ptr);

    /// <summary>Makes a dynptr over the metadata in front of the packet. It holds no reference.</summary>
    /// <param name="flags">Must be 0.</param>
    /// <param name="ptr">The dynptr, which may be written; of size 0 where there is no metadata; null when the call fails.</param>
    /// <returns>0; <c>-EINVAL</c> for flags.</returns>
    [Trusted]
    [BpfHelper("bpf_dynptr_from_skb_meta", Since = "6.18", GplOnly = true, ProgramTypes = ["SCHED_CLS", "SCHED_ACT"],
        Summary = "Makes a dynptr over the metadata in front of a packet.")]
    public int ToMetadataDynptr([InRange(0, 0)] ulong flags, [Initializes("skb_meta")] out Dynptr ptr)
    {
        ptr = flags != 0
            ? Dynptr.Null(DynptrKind.SkbMetadata)
            : Dynptr.OfIndirect(DynptrKind.SkbMetadata, _metadata, (ulong)MetadataLength, Lifetime.Forever, isReadOnly: false);
        return flags != 0 ? -Errno.EINVAL : 0;
    }

    /// <summary>Makes a dynptr over the metadata in front of the packet. It holds no reference.</summary>
    /// <param name="ptr">The dynptr, which may be written; of size 0 where there is no metadata.</param>
    /// <returns>0.</returns>
    [Trusted]
    [BpfHelper("bpf_dynptr_from_skb_meta", Arguments = ["this", "0", "ptr"],
        Since = "6.18", GplOnly = true, ProgramTypes = ["SCHED_CLS", "SCHED_ACT"], HasStub = false)]
    public int ToMetadataDynptr([Initializes("skb_meta")] out Dynptr ptr) => ToMetadataDynptr(0, out ptr);

    /// <summary>Copies bytes out of the packet, linear or not.</summary>
    /// <param name="offset">Where from, in bytes from the start of the packet.</param>
    /// <param name="destination">Where to, and how many bytes; zeroes when the call fails.</param>
    /// <returns>0; <c>-EFAULT</c> when the range leaves the packet.</returns>
    [Trusted]
    [BpfHelper("bpf_skb_load_bytes", Id = 26, Since = "4.5",
        ProgramTypes =
        [
            "SOCKET_FILTER", "CGROUP_SKB", "SCHED_CLS", "SCHED_ACT", "SK_SKB", "FLOW_DISSECTOR", "LWT_IN", "LWT_OUT", "LWT_XMIT",
            "LWT_SEG6LOCAL", "SK_REUSEPORT",
        ],
        Summary = "Copies bytes of a packet.")]
    public int LoadBytes(uint offset, [MinimumSize(1)] scoped Span<byte> destination) => _memory.Read(offset, destination);

    /// <summary>Copies a value out of the packet, linear or not.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="offset">Where from, in bytes from the start of the packet.</param>
    /// <param name="destination">Where to; zeroes when the call fails.</param>
    /// <returns>0; <c>-EFAULT</c> when the range leaves the packet.</returns>
    [Trusted]
    [BpfHelper("bpf_skb_load_bytes", Id = 26, Arguments = ["this", "offset", "destination", "sizeof destination"], Since = "4.5",
        ProgramTypes =
        [
            "SOCKET_FILTER", "CGROUP_SKB", "SCHED_CLS", "SCHED_ACT", "SK_SKB", "FLOW_DISSECTOR", "LWT_IN", "LWT_OUT", "LWT_XMIT",
            "LWT_SEG6LOCAL", "SK_REUSEPORT",
        ],
        Summary = "Copies a value out of a packet.")]
    public int LoadBytes<T>(uint offset, out T destination)
        where T : unmanaged
    {
        Unsafe.SkipInit(out destination);
        return LoadBytes(offset, MemoryMarshal.AsBytes(new Span<T>(ref destination)));
    }

    /// <summary>Copies bytes of the linear part, counted from a header of the packet.</summary>
    /// <param name="offset">Where from, in bytes from the start of the header.</param>
    /// <param name="destination">Where to, and how many bytes; zeroes when the call fails.</param>
    /// <param name="start">
    /// The header: <see cref="BpfConstants.BPF_HDR_START_MAC"/> or <see cref="BpfConstants.BPF_HDR_START_NET"/>, also where the program does
    /// not see it.
    /// </param>
    /// <returns>
    /// 0; <c>-EFAULT</c> for an offset above 65535, another header, or when the range leaves the linear part.
    /// </returns>
    [Trusted]
    [BpfHelper("bpf_skb_load_bytes_relative", Id = 68, Since = "4.18",
        ProgramTypes = ["SOCKET_FILTER", "CGROUP_SKB", "SCHED_CLS", "SCHED_ACT", "SK_REUSEPORT"],
        Summary = "Copies bytes of a packet, counted from one of its headers.")]
    public int LoadBytesRelative(uint offset, [MinimumSize(1)] scoped Span<byte> destination, [FlagsOf(typeof(HeaderStart))] uint start)
    {
        var header = start switch
        {
            BpfConstants.BPF_HDR_START_MAC => _macHeader,
            BpfConstants.BPF_HDR_START_NET => _networkHeader,
            _ => int.MaxValue,
        };
        if (offset > ushort.MaxValue || header + (long)offset + destination.Length > _buffer.End)
        {
            destination.Clear();
            return -Errno.EFAULT;
        }

        _buffer.At(header + (int)offset, destination.Length).CopyTo(destination);
        return 0;
    }

    /// <summary>Copies a value of the linear part, counted from a header of the packet.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="offset">Where from, in bytes from the start of the header.</param>
    /// <param name="destination">Where to; zeroes when the call fails.</param>
    /// <param name="start">
    /// The header: <see cref="BpfConstants.BPF_HDR_START_MAC"/> or <see cref="BpfConstants.BPF_HDR_START_NET"/>, also where the program does
    /// not see it.
    /// </param>
    /// <returns>
    /// 0; <c>-EFAULT</c> for an offset above 65535, another header, or when the range leaves the linear part.
    /// </returns>
    [Trusted]
    [BpfHelper("bpf_skb_load_bytes_relative", Id = 68, Arguments = ["this", "offset", "destination", "sizeof destination", "start"],
        Since = "4.18", ProgramTypes = ["SOCKET_FILTER", "CGROUP_SKB", "SCHED_CLS", "SCHED_ACT", "SK_REUSEPORT"],
        Summary = "Copies a value of a packet, counted from one of its headers.")]
    public int LoadBytesRelative<T>(uint offset, out T destination, [FlagsOf(typeof(HeaderStart))] uint start)
        where T : unmanaged
    {
        Unsafe.SkipInit(out destination);
        return LoadBytesRelative(offset, MemoryMarshal.AsBytes(new Span<T>(ref destination)), start);
    }

    /// <summary>
    /// Copies bytes into the packet, and makes it linear up to the last of them. Slices of the packet are dead after the call, whatever it
    /// returns.
    /// </summary>
    /// <param name="offset">Where to, in bytes from the start of the packet.</param>
    /// <param name="source">The bytes.</param>
    /// <param name="flags"><see cref="BpfConstants.BPF_F_RECOMPUTE_CSUM"/> and <see cref="BpfConstants.BPF_F_INVALIDATE_HASH"/>.</param>
    /// <returns>0; <c>-EINVAL</c> for other flags; <c>-EFAULT</c> when the range leaves the packet.</returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_skb_store_bytes", Id = 9, Since = "4.1", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "SK_SKB", "LWT_XMIT"],
        Summary = "Copies bytes into a packet; packet slices are dead afterwards.")]
    public int StoreBytes(
        uint offset,
        [MinimumSize(1)] scoped ReadOnlySpan<byte> source,
        [FlagsOf(typeof(PacketWriteFlags))] ulong flags = 0)
    {
        _buffer.EndSlices();
        return Store(offset, source, flags);
    }

    /// <summary>
    /// Copies a value into the packet, and makes it linear up to its end. Slices of the packet are dead after the call, whatever it
    /// returns.
    /// </summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="offset">Where to, in bytes from the start of the packet.</param>
    /// <param name="source">The value.</param>
    /// <param name="flags"><see cref="BpfConstants.BPF_F_RECOMPUTE_CSUM"/> and <see cref="BpfConstants.BPF_F_INVALIDATE_HASH"/>.</param>
    /// <returns>0; <c>-EINVAL</c> for other flags; <c>-EFAULT</c> when the range leaves the packet.</returns>
    [Trusted]
    [InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_skb_store_bytes", Id = 9, Arguments = ["this", "offset", "source", "sizeof source", "flags"],
        Since = "4.1", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "SK_SKB", "LWT_XMIT"],
        Summary = "Copies a value into a packet; packet slices are dead afterwards.")]
    public int StoreBytes<T>(uint offset, scoped in T source, [FlagsOf(typeof(PacketWriteFlags))] ulong flags = 0)
        where T : unmanaged =>
        StoreBytes(offset, MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in source)), flags);

    /// <summary>Writes bytes inside the packet. The kernel makes all bytes up to the last written one linear first.</summary>
    internal int Store(long offset, scoped ReadOnlySpan<byte> source, ulong flags)
    {
        if ((flags & ~(BpfConstants.BPF_F_RECOMPUTE_CSUM | BpfConstants.BPF_F_INVALIDATE_HASH)) != 0)
            return -Errno.EINVAL;
        if (!_buffer.Contains(offset, source.Length))
            return -Errno.EFAULT;

        var position = (int)offset;
        _buffer.Pull(position + source.Length);
        var destination = _buffer.LinearSpan(position, source.Length);
        var adjustsChecksum = (flags & BpfConstants.BPF_F_RECOMPUTE_CSUM) != 0;
        if (adjustsChecksum && Checksum is { } before)
            Checksum = InternetChecksum.Subtract(before, InternetChecksum.Sum(destination, position));
        source.CopyTo(destination);
        if (adjustsChecksum && Checksum is { } without)
            Checksum = InternetChecksum.Add(without, InternetChecksum.Sum(destination, position));
        if ((flags & BpfConstants.BPF_F_INVALIDATE_HASH) != 0)
            Hash = 0;
        return 0;
    }
}
