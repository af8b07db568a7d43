using System.Runtime.CompilerServices;

namespace Dynptrs;

public sealed partial class RingBuf
{
    // The two upper bits of a record's length say what state it is in.
    private const ulong MaxRecordSize = 1073741823;

    /// <summary>Reserves a record and points to it. Its bytes are not zeroed.</summary>
    /// <param name="size">The size of the record in bytes, a constant.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>
    /// The record, to be submitted or discarded; null for flags, for more than 1,073,741,823 bytes, or when there is no room.
    /// </returns>
    /// <remarks>Follows <c>bpf_ringbuf_reserve</c>.</remarks>
    [return: Acquires("ringbuf_mem"), MayBeNull]
    [BpfHelper(
        "bpf_ringbuf_reserve", Id = 131,
        DynptrForm = "bpf_ringbuf_reserve_dynptr",
        Since = "5.8",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Reserves a record in a ring buffer, or answers null.")]
    public Slice ReserveRecord([ConstantSize] ulong size, [InRange(0, 0)] ulong flags = 0) =>
        flags == 0 && size <= MaxRecordSize && TryReserve((uint)size, isPlain: true, out var position)
            ? new Slice(ref _storage.PayloadAt(position), (int)size, _storage.LifetimeAt(position))
            : default;

    /// <summary>Reserves a record and points to it, as a value. Its bytes are not zeroed.</summary>
    /// <typeparam name="T">The type of the value; its size is the size of the record.</typeparam>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The record, to be submitted or discarded; null for flags, or when there is no room.</returns>
    /// <remarks>Follows <c>bpf_ringbuf_reserve</c>.</remarks>
    [return: Acquires("ringbuf_mem"), MayBeNull]
    [BpfHelper(
        "bpf_ringbuf_reserve", Id = 131, Arguments = ["this", "sizeof return", "flags"],
        DynptrForm = "bpf_ringbuf_reserve_dynptr",
        Since = "5.8",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Reserves a record in a ring buffer, or answers null.")]
    public Slice<T> ReserveRecord<T>([InRange(0, 0)] ulong flags = 0)
        where T : unmanaged =>
        flags == 0 && TryReserve((uint)Unsafe.SizeOf<T>(), isPlain: true, out var position)
            ? new Slice<T>(ref Unsafe.As<byte, T>(ref _storage.PayloadAt(position)), _storage.LifetimeAt(position))
            : default;

    /// <summary>Submits a record from <see cref="ReserveRecord(ulong, ulong)"/>.</summary>
    /// <param name="record">The record. It is gone afterwards.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_RB_NO_WAKEUP"/> or <see cref="BpfConstants.BPF_RB_FORCE_WAKEUP"/>; other bits are ignored.
    /// </param>
    /// <exception cref="DynptrException">It is null, is no record, or was submitted or discarded before.</exception>
    /// <remarks>Follows <c>bpf_ringbuf_submit</c>.</remarks>
    [BpfHelper("bpf_ringbuf_submit", Id = 132, DynptrForm = "bpf_ringbuf_submit_dynptr", Since = "5.8", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Hands a record of a ring buffer to its reader.")]
    public static void SubmitRecord([Releases("ringbuf_mem")] Slice record, [FlagsOf(
        typeof(RingBufFlags)), WakesUp(BpfConstants.BPF_RB_FORCE_WAKEUP)] ulong flags = 0) => record.Release(discard: false, flags);

    /// <summary>Submits a record from <see cref="ReserveRecord{T}(ulong)"/>.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="record">The record. It is gone afterwards.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_RB_NO_WAKEUP"/> or <see cref="BpfConstants.BPF_RB_FORCE_WAKEUP"/>; other bits are ignored.
    /// </param>
    /// <exception cref="DynptrException">It is null, is no record, or was submitted or discarded before.</exception>
    /// <remarks>Follows <c>bpf_ringbuf_submit</c>.</remarks>
    [BpfHelper("bpf_ringbuf_submit", Id = 132, DynptrForm = "bpf_ringbuf_submit_dynptr", Since = "5.8", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Hands a record of a ring buffer to its reader.")]
    public static void SubmitRecord<T>(
        [Releases("ringbuf_mem")] Slice<T> record,
        [FlagsOf(typeof(RingBufFlags)), WakesUp(BpfConstants.BPF_RB_FORCE_WAKEUP)] ulong flags = 0)
        where T : unmanaged =>
        record.Release(discard: false, flags);

    /// <summary>Discards a record from <see cref="ReserveRecord(ulong, ulong)"/>: the reader skips it.</summary>
    /// <param name="record">The record. It is gone afterwards.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_RB_NO_WAKEUP"/> or <see cref="BpfConstants.BPF_RB_FORCE_WAKEUP"/>; other bits are ignored.
    /// </param>
    /// <exception cref="DynptrException">It is null, is no record, or was submitted or discarded before.</exception>
    /// <remarks>Follows <c>bpf_ringbuf_discard</c>.</remarks>
    [BpfHelper("bpf_ringbuf_discard", Id = 133, DynptrForm = "bpf_ringbuf_discard_dynptr",
        Since = "5.8", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Drops a record of a ring buffer.")]
    public static void DiscardRecord(
        [Releases("ringbuf_mem")] Slice record,
        [FlagsOf(typeof(RingBufFlags)), WakesUp(BpfConstants.BPF_RB_FORCE_WAKEUP)] ulong flags = 0) => record.Release(discard: true, flags);

    /// <summary>Discards a record from <see cref="ReserveRecord{T}(ulong)"/>: the reader skips it.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="record">The record. It is gone afterwards.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_RB_NO_WAKEUP"/> or <see cref="BpfConstants.BPF_RB_FORCE_WAKEUP"/>; other bits are ignored.
    /// </param>
    /// <exception cref="DynptrException">It is null, is no record, or was submitted or discarded before.</exception>
    /// <remarks>Follows <c>bpf_ringbuf_discard</c>.</remarks>
    [BpfHelper("bpf_ringbuf_discard", Id = 133, DynptrForm = "bpf_ringbuf_discard_dynptr",
        Since = "5.8", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Drops a record of a ring buffer.")]
    public static void DiscardRecord<T>(
        [Releases("ringbuf_mem")] Slice<T> record,
        [FlagsOf(typeof(RingBufFlags)), WakesUp(BpfConstants.BPF_RB_FORCE_WAKEUP)] ulong flags = 0)
        where T : unmanaged =>
        record.Release(discard: true, flags);

    /// <summary>Releases the record that starts at a byte, and finds its ring buffer by its header, as the kernel does.</summary>
    internal static unsafe void ReleaseRecord(ref byte start, Lifetime lifetime, bool discard, ulong flags)
    {
        if (Unsafe.IsNullRef(in start))
            Throw.NullView();
        if (!new RecordGeneration(lifetime.Expected).IsPlain)
            Throw.NoRecord();
        if (!lifetime.IsAlive)
            Throw.DeadView();

        // Records lie in memory that does not move. Where the ring buffer is gone, nobody is left to read the record.
        var header = (byte*)Unsafe.AsPointer(ref start) - RecordHeader.Size;
        RingBufArea.FindOwner(header)?.Release(lifetime, discard, flags);
    }
}
