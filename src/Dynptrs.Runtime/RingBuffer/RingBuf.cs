using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs;

/// <summary>A ring buffer that programs on any thread write records to and one reader reads, in the order of reservation.</summary>
/// <remarks>
/// Follows <c>BPF_MAP_TYPE_RINGBUF</c>: its record layout, its states, and its answers when it is full. On Linux its data is mapped twice,
/// as in the kernel; elsewhere, and with the switch <c>Dynptrs.RingBuf.Portable</c> of <see cref="AppContext"/>, it lies in an array.
/// </remarks>
[KernelMap("RINGBUF")]
public sealed partial class RingBuf : IRecordSource
{
    /// <summary>The largest size of a ring buffer in bytes.</summary>
    public const int MaxSize = 1 << 29;

    private readonly WakeUp _wakeUp = new();
    private readonly RingBufStorage _storage;
    private long _dropCount;

    /// <summary>Creates an empty ring buffer.</summary>
    /// <param name="maxEntries">
    /// The size in bytes, the kernel's <c>max_entries</c>: a power of two, a multiple of <see cref="PageSize"/>.
    /// </param>
    /// <exception cref="ArgumentException">The kernel does not accept the size, or it is above <see cref="MaxSize"/>.</exception>
    public RingBuf([Capacity] int maxEntries)
    {
        RingBufArea.ThrowUnlessSize(maxEntries);
        _storage = new RingBufStorage(maxEntries, this);
    }

    /// <summary>The size of a page in bytes, of which the ring has a whole number.</summary>
    public static int PageSize => RingBufArea.PageSize;

    /// <summary>The size in bytes.</summary>
    public int Size => _storage.Size;

    /// <summary>How many reservations failed because there was no room: what was to be written then is lost.</summary>
    public long DropCount => Volatile.Read(ref _dropCount);

    /// <summary>Reserves a record. Its bytes are not zeroed.</summary>
    /// <param name="size">The size of the record in bytes.</param>
    /// <param name="flags">Must be 0.</param>
    /// <param name="ptr">The record; a null dynptr when the call fails, which must be submitted or discarded all the same.</param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for flags; <c>-E2BIG</c> for more than <see cref="Dynptr.MaxSize"/> bytes; <c>-EINVAL</c> when the
    /// record is larger than the ring, or has no room now.
    /// </returns>
    [BpfHelper(
        "bpf_ringbuf_reserve_dynptr", Id = 198,
        Arguments = ["this", "size", "flags", "ptr"],
        Since = "5.19",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Reserves a ring-buffer record, which must be submitted or discarded even when the call fails.")]
    public int Reserve([ConstantForm("bpf_ringbuf_reserve")] uint size, [InRange(0, 0)] ulong flags, [Acquires("ringbuf")] out Dynptr ptr)
    {
        var error = flags != 0 ? -Errno.EINVAL
            : size > Dynptr.MaxSize ? -Errno.E2BIG
            : 0;
        if (error == 0 && TryReserve(size, isPlain: false, out var position))
        {
            ptr = Dynptr.OfRecord(this, ref _storage.PayloadAt(position), size, _storage.LifetimeAt(position));
            return 0;
        }

        ptr = Dynptr.Null(DynptrKind.RingBuf);
        return error != 0 ? error : -Errno.EINVAL;
    }

    /// <summary>Reserves a record. Its bytes are not zeroed.</summary>
    /// <param name="size">The size of the record in bytes.</param>
    /// <param name="ptr">The record; a null dynptr when the call fails, which must be submitted or discarded all the same.</param>
    /// <returns>
    /// 0; <c>-E2BIG</c> for more than <see cref="Dynptr.MaxSize"/> bytes; <c>-EINVAL</c> when the record is larger than the
    /// ring, or has no room now.
    /// </returns>
    [BpfHelper("bpf_ringbuf_reserve_dynptr", Id = 198, Arguments = ["this", "size", "0", "ptr"],
        Since = "5.19", ExceptProgramTypes = ["LIRC_MODE2"], HasStub = false)]
    public int Reserve([ConstantForm("bpf_ringbuf_reserve")] uint size, [Acquires("ringbuf")] out Dynptr ptr) => Reserve(size, 0, out ptr);

    /// <summary>Copies bytes into a record and submits it.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="flags"><see cref="BpfConstants.BPF_RB_NO_WAKEUP"/> or <see cref="BpfConstants.BPF_RB_FORCE_WAKEUP"/>, or 0.</param>
    /// <returns>0; <c>-EINVAL</c> for other flags; <c>-EAGAIN</c> when the record is larger than the ring, or has no room now.</returns>
    [BpfHelper(
        "bpf_ringbuf_output", Id = 130,
        Since = "5.8",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies bytes into a ring-buffer record and submits it.")]
    public int Output(
        [MinimumSize(0)] scoped ReadOnlySpan<byte> data,
        [FlagsOf(typeof(RingBufFlags)), InRange(0, 3), WakesUp(BpfConstants.BPF_RB_FORCE_WAKEUP)] ulong flags = 0)
    {
        if ((flags & ~(BpfConstants.BPF_RB_NO_WAKEUP | BpfConstants.BPF_RB_FORCE_WAKEUP)) != 0)
            return -Errno.EINVAL;
        if (!TryReserve((uint)data.Length, isPlain: false, out var position))
            return -Errno.EAGAIN;
        data.CopyTo(MemoryMarshal.CreateSpan(ref _storage.PayloadAt(position), data.Length));
        Release(position, discard: false, flags);
        return 0;
    }

    /// <summary>Tells how full the ring buffer is.</summary>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_RB_AVAIL_DATA"/>, <see cref="BpfConstants.BPF_RB_RING_SIZE"/>,
    /// <see cref="BpfConstants.BPF_RB_CONS_POS"/> or <see cref="BpfConstants.BPF_RB_PROD_POS"/>.
    /// </param>
    /// <returns>
    /// The bytes between the two positions, the size in bytes, or a position: bytes since creation. 0 for other flags, and for
    /// <see cref="BpfConstants.BPF_RB_OVERWRITE_POS"/>, which only rings in overwrite mode have.
    /// </returns>
    [BpfHelper(
        "bpf_ringbuf_query", Id = 134,
        Since = "5.8",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Tells how full a ring buffer is, its size, or its positions.")]
    public ulong Query([FlagsOf(typeof(RingBufQuery))] ulong flags) => flags switch
    {
        BpfConstants.BPF_RB_AVAIL_DATA => (ulong)(_storage.ProducerPosition - _storage.ConsumerPosition),
        BpfConstants.BPF_RB_RING_SIZE => (ulong)Size,
        BpfConstants.BPF_RB_CONS_POS => (ulong)_storage.ConsumerPosition,
        BpfConstants.BPF_RB_PROD_POS => (ulong)_storage.ProducerPosition,
        _ => 0,
    };

    long IRecordSource.ConsumerPosition => _storage.ConsumerPosition;

    bool IRecordSource.TryPeek(scoped ref long position, out ReadOnlySpan<byte> record, out long next) =>
        _storage.TryPeek(ref position, out record, out next);

    // Wait looks, behind a barrier that all producers pass.
    bool IRecordSource.IsLookedAtAgain => false;

    void IRecordSource.Advance(long position) => _storage.Advance(position);

    ReaderGuard IRecordSource.Guard { get; } = new();

    bool IRecordSource.Wait(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (_storage.IsWaitedFor())
            _wakeUp.Signal();
        return _wakeUp.Wait(timeout, cancellationToken);
    }

    internal void Release(Lifetime lifetime, bool discard, ulong flags) => Release(_storage.PositionOf(lifetime), discard, flags);

    private void Release(long position, bool discard, ulong flags)
    {
        const ulong DecidingFlags = BpfConstants.BPF_RB_NO_WAKEUP | BpfConstants.BPF_RB_FORCE_WAKEUP;
        var wake = (flags & BpfConstants.BPF_RB_FORCE_WAKEUP) != 0;
        if ((flags & DecidingFlags) != 0)
            _storage.Commit(position, discard);
        else
            wake = _storage.CommitAndAsk(position, discard);

        if (wake)
            _wakeUp.Signal();
    }

    private bool TryReserve(uint size, bool isPlain, out long position)
    {
        if (_storage.TryReserve(size, isPlain, out position))
            return true;
        Interlocked.Increment(ref _dropCount);
        return false;
    }
}
