using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

public ref partial struct Dynptr
{
    /// <summary>Copies bytes out of the memory. <paramref name="destination"/> is unchanged when the call fails.</summary>
    /// <param name="destination">Where to, and how many bytes.</param>
    /// <param name="offset">Where from, in bytes from the start of the view.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>0; <c>-EINVAL</c> for a null dynptr or flags; <c>-E2BIG</c> when the range leaves the view.</returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper(
        "bpf_dynptr_read", Id = 201,
        Arguments = ["destination", "sizeof destination", "this", "offset", "flags"],
        Since = "5.19",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies bytes from the memory behind the dynptr.")]
    [return: Decides]
    public readonly int Read([MinimumSize(0)] scoped Span<byte> destination, ulong offset = 0, [InRange(0, 0)] ulong flags = 0)
    {
        if (!IsLive() || flags != 0)
            return -Errno.EINVAL;
        if (!Contains(offset, (ulong)destination.Length))
            return -Errno.E2BIG;
        if (IsIndirect)
            return Indirect.Read(_offset + offset, destination);
        Local(offset, destination.Length).CopyTo(destination);
        return 0;
    }

    /// <summary>Copies a value out of the memory. <paramref name="destination"/> is unchanged when the call fails.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="destination">Where to.</param>
    /// <param name="offset">Where from, in bytes from the start of the view.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>0; <c>-EINVAL</c> for a null dynptr or flags; <c>-E2BIG</c> when the range leaves the view.</returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper(
        "bpf_dynptr_read", Id = 201,
        Arguments = ["destination", "sizeof destination", "this", "offset", "flags"],
        Since = "5.19",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies a value from the memory behind the dynptr.")]
    [return: Decides]
    public readonly int Read<T>(out T destination, ulong offset = 0, [InRange(0, 0)] ulong flags = 0)
        where T : unmanaged
    {
        Unsafe.SkipInit(out destination);
        return Read(MemoryMarshal.AsBytes(new Span<T>(ref destination)), offset, flags);
    }

    /// <summary>Copies bytes into the memory. Slices of a packet are dead after the call, whatever it returns.</summary>
    /// <param name="offset">Where to, in bytes from the start of the view.</param>
    /// <param name="source">The bytes; for local memory and records they may overlap the destination.</param>
    /// <param name="flags">
    /// 0; for a packet <see cref="BpfConstants.BPF_F_RECOMPUTE_CSUM"/> and <see cref="BpfConstants.BPF_F_INVALIDATE_HASH"/>.
    /// </param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for a null or read-only dynptr; <c>-E2BIG</c> when the range leaves the view; <c>-EINVAL</c> for flags.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [Writes]
    [InvalidatesSlices(When = ["skb", "skb_meta"], Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_dynptr_write", Id = 202, Arguments = ["this", "offset", "source", "sizeof source", "flags"],
        Since = "5.19", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies bytes into the memory behind the dynptr; packet slices are dead afterwards.")]
    [return: Decides]
    public readonly int Write(
        ulong offset,
        [MinimumSize(0)] scoped ReadOnlySpan<byte> source,
        [FlagsOf(typeof(PacketWriteFlags)), InRange(0, 0, Except = ["skb"])] ulong flags = 0)
    {
        if (IsLive() && IsIndirect)
            Indirect.EndSlices();
        return Store(offset, source, flags);
    }

    private readonly int Store(ulong offset, scoped ReadOnlySpan<byte> source, ulong flags)
    {
        if (!IsLive() || _isReadOnly)
            return -Errno.EINVAL;
        if (!Contains(offset, (ulong)source.Length))
            return -Errno.E2BIG;
        if (IsIndirect)
            return Indirect.Write(_offset + offset, source, flags);
        if (flags != 0)
            return -Errno.EINVAL;
        source.CopyTo(Local(offset, source.Length));
        return 0;
    }

    /// <summary>Copies a value into the memory. Slices of a packet are dead after the call, whatever it returns.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="offset">Where to, in bytes from the start of the view.</param>
    /// <param name="source">The value.</param>
    /// <param name="flags">
    /// 0; for a packet <see cref="BpfConstants.BPF_F_RECOMPUTE_CSUM"/> and <see cref="BpfConstants.BPF_F_INVALIDATE_HASH"/>.
    /// </param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for a null or read-only dynptr; <c>-E2BIG</c> when the range leaves the view; <c>-EINVAL</c> for flags.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [Writes]
    [InvalidatesSlices(When = ["skb", "skb_meta"], Of = ["skb", "xdp", "skb_meta"])]
    [BpfHelper("bpf_dynptr_write", Id = 202, Arguments = ["this", "offset", "source", "sizeof source", "flags"],
        Since = "5.19", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies a value into the memory behind the dynptr; packet slices are dead afterwards.")]
    [return: Decides]
    public readonly int Write<T>(
        ulong offset,
        scoped in T source,
        [FlagsOf(typeof(PacketWriteFlags)), InRange(0, 0, Except = ["skb"])] ulong flags = 0)
        where T : unmanaged =>
        Write(offset, MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in source)), flags);

    /// <summary>Takes a writable slice of local memory or of a ring-buffer record.</summary>
    /// <param name="offset">The start, in bytes from the start of the view.</param>
    /// <param name="length">The length in bytes, a constant.</param>
    /// <returns>The slice; null for a null or read-only dynptr, a range that leaves the view, or a packet.</returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_dynptr_data", Id = 203, Since = "5.19", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Takes a writable slice of local memory or of a ring-buffer record, or null.")]
    [return: SliceOf("this"), MayBeNull(AlwaysFor = ["skb", "xdp", "skb_meta", "file"])]
    public readonly Slice Data(ulong offset, [ConstantSize] ulong length) =>
        IsLive() && Contains(offset, length) && !_isReadOnly && !IsIndirect
            ? new Slice(ref LocalStart(offset), (int)length, _lifetime)
            : default;

    /// <summary>Takes a writable slice of local memory or of a ring-buffer record, as a value.</summary>
    /// <typeparam name="T">The type of the value; its size is the length of the slice.</typeparam>
    /// <param name="offset">The start, in bytes from the start of the view.</param>
    /// <returns>The slice; null for a null or read-only dynptr, a range that leaves the view, or a packet.</returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_dynptr_data", Id = 203, Arguments = ["this", "offset", "sizeof return"],
        Since = "5.19", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Takes a writable slice of local memory or of a ring-buffer record as a value, or null.")]
    [return: SliceOf("this"), MayBeNull(AlwaysFor = ["skb", "xdp", "skb_meta", "file"])]
    public readonly Slice<T> Data<T>(ulong offset = 0)
        where T : unmanaged =>
        Data(offset, (ulong)Unsafe.SizeOf<T>()).As<T>();

    /// <summary>Takes a slice for reading: directly where the bytes lie in one piece, else a copy in the buffer.</summary>
    /// <param name="offset">The start, in bytes from the start of the view.</param>
    /// <param name="buffer">Where bytes are copied that do not lie in one piece; empty for none.</param>
    /// <param name="length">The length in bytes, a constant. A buffer must have at least as many.</param>
    /// <returns>The slice; null for a null dynptr, a range that leaves the view, or scattered bytes without a buffer.</returns>
    /// <exception cref="DynptrException">
    /// The dynptr was never made, or was released; or the buffer is shorter than <paramref name="length"/>.
    /// </exception>
    [BpfHelper("bpf_dynptr_slice", Since = "6.4", GplOnly = true,
        Summary = "Takes a slice for reading: direct where the bytes lie in one piece, else copied to the buffer, else null.")]
    [return: SliceOf("this", Tagged = true), MayBeNull, ReadOnlyOrigin]
    public readonly ReadOnlySlice GetSlice(
        ulong offset,
        [MayBeNull, BounceBuffer("skb", "xdp", "file", RequiredFor = ["file"])] Span<byte> buffer,
        [ConstantSize, LengthOf(nameof(buffer))] ulong length) =>
        Locate(offset, buffer, length).AsReadOnly();

    /// <summary>Takes a slice for reading, as a value: directly where the bytes lie in one piece, else a copy in the buffer.</summary>
    /// <typeparam name="T">The type of the value; its size is the length of the slice.</typeparam>
    /// <param name="offset">The start, in bytes from the start of the view.</param>
    /// <param name="buffer">Where bytes are copied that do not lie in one piece; empty for none.</param>
    /// <returns>The slice; null for a null dynptr, a range that leaves the view, or scattered bytes without a buffer.</returns>
    /// <exception cref="DynptrException">
    /// The dynptr was never made, or was released; or the buffer is shorter than <typeparamref name="T"/>.
    /// </exception>
    [BpfHelper("bpf_dynptr_slice", Arguments = ["this", "offset", "buffer", "sizeof return"], Since = "6.4", GplOnly = true,
        Summary = "Takes a slice for reading as a value: direct where the bytes lie in one piece, else copied to the buffer, else null.")]
    [return: SliceOf("this", Tagged = true), MayBeNull, ReadOnlyOrigin, LengthOf(nameof(buffer))]
    public readonly ReadOnlySlice<T> GetSlice<T>(
        ulong offset,
        [MayBeNull, BounceBuffer("skb", "xdp", "file", RequiredFor = ["file"])] Span<byte> buffer = default)
        where T : unmanaged =>
        Locate(offset, buffer, (ulong)Unsafe.SizeOf<T>()).AsReadOnly<T>();

    /// <summary>Takes a slice for writing: directly where the bytes lie in one piece, else a copy in the buffer.</summary>
    /// <param name="offset">The start, in bytes from the start of the view.</param>
    /// <param name="buffer">
    /// Where bytes are copied that do not lie in one piece; empty for none. What is written to that copy does not reach the
    /// packet: write it back with <see cref="Write(ulong, ReadOnlySpan{byte}, ulong)"/>.
    /// </param>
    /// <param name="length">The length in bytes, a constant. A buffer must have at least as many.</param>
    /// <returns>
    /// The slice; null for a null or read-only dynptr, a range that leaves the view, or scattered bytes without a buffer.
    /// </returns>
    /// <exception cref="DynptrException">
    /// The dynptr was never made, or was released; or the buffer is shorter than <paramref name="length"/>.
    /// </exception>
    [BpfHelper("bpf_dynptr_slice_rdwr", Since = "6.4", GplOnly = true,
        PacketWriteProgramTypes = ["SCHED_CLS", "SCHED_ACT", "XDP", "LWT_XMIT", "SK_SKB", "SK_MSG", "CGROUP_SOCKOPT"],
        Summary = "Takes a slice for writing: direct where the bytes lie in one piece, else copied to the buffer, else null.")]
    [return: SliceOf("this", Tagged = true), MayBeNull]
    public readonly Slice GetWritableSlice(
        ulong offset,
        [MayBeNull, BounceBuffer("skb", "xdp", "file", RequiredFor = ["file"])] Span<byte> buffer,
        [ConstantSize, LengthOf(nameof(buffer))] ulong length) =>
        IsLive() && _isReadOnly ? default : Locate(offset, buffer, length);

    /// <summary>Takes a slice for writing, as a value: directly where the bytes lie in one piece, else a copy in the buffer.</summary>
    /// <typeparam name="T">The type of the value; its size is the length of the slice.</typeparam>
    /// <param name="offset">The start, in bytes from the start of the view.</param>
    /// <param name="buffer">
    /// Where bytes are copied that do not lie in one piece; empty for none. What is written to that copy does not reach the
    /// packet: write it back with <see cref="Write(ulong, ReadOnlySpan{byte}, ulong)"/>.
    /// </param>
    /// <returns>
    /// The slice; null for a null or read-only dynptr, a range that leaves the view, or scattered bytes without a buffer.
    /// </returns>
    /// <exception cref="DynptrException">
    /// The dynptr was never made, or was released; or the buffer is shorter than <typeparamref name="T"/>.
    /// </exception>
    [BpfHelper("bpf_dynptr_slice_rdwr", Arguments = ["this", "offset", "buffer", "sizeof return"], Since = "6.4", GplOnly = true,
        PacketWriteProgramTypes = ["SCHED_CLS", "SCHED_ACT", "XDP", "LWT_XMIT", "SK_SKB", "SK_MSG", "CGROUP_SOCKOPT"],
        Summary = "Takes a slice for writing as a value: direct where the bytes lie in one piece, else copied to the buffer, else null.")]
    [return: SliceOf("this", Tagged = true), MayBeNull, LengthOf(nameof(buffer))]
    public readonly Slice<T> GetWritableSlice<T>(
        ulong offset,
        [MayBeNull, BounceBuffer("skb", "xdp", "file", RequiredFor = ["file"])] Span<byte> buffer = default)
        where T : unmanaged =>
        GetWritableSlice(offset, buffer, (ulong)Unsafe.SizeOf<T>()).As<T>();

    private readonly Slice Locate(ulong offset, Span<byte> buffer, ulong length)
    {
        if (!buffer.IsEmpty && (ulong)buffer.Length < length)
            Throw.ShortBuffer(buffer.Length, length);
        if (!IsLive() || !Contains(offset, length))
            return default;
        return IsIndirect
            ? Indirect.Slice(_offset + offset, buffer, (int)length)
            : new Slice(ref LocalStart(offset), (int)length, _lifetime);
    }

    private readonly ref byte LocalStart(ulong offset) => ref Unsafe.AddByteOffset(ref _data, (nuint)(_offset + offset));

    private readonly Span<byte> Local(ulong offset, int length) => MemoryMarshal.CreateSpan(ref LocalStart(offset), length);
}
