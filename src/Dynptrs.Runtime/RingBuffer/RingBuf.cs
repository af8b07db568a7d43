using System;
using System.Numerics;
using System.Threading;

namespace Dynptrs;

/// <summary>A ring buffer that programs on any thread write records to and one reader reads, in the order of reservation.</summary>
/// <remarks>Follows <c>BPF_MAP_TYPE_RINGBUF</c>: its record layout, its states, and its answers when it is full.</remarks>
public sealed class RingBuf
{
    /// <summary>The size of a page in bytes, of which the ring has a whole number.</summary>
    public const int PageSize = RingBufStorage.PageSize;

    /// <summary>The largest size of a ring buffer in bytes.</summary>
    public const int MaxSize = 1 << 29;

    private readonly ManualResetEventSlim _wakeup = new();
    private int _isBeingRead;

    /// <summary>Creates an empty ring buffer.</summary>
    /// <param name="maxEntries">The size in bytes, the kernel's <c>max_entries</c>: a power of two, a multiple of <see cref="PageSize"/>.</param>
    /// <exception cref="ArgumentException">The size is none that the kernel accepts, or is above <see cref="MaxSize"/>.</exception>
    public RingBuf(int maxEntries)
    {
        if (maxEntries < PageSize || maxEntries > MaxSize || !BitOperations.IsPow2(maxEntries))
        {
            throw new ArgumentException(
                $"The size of a ring buffer must be a power of two and a multiple of the page size, from {PageSize} to {MaxSize} bytes, but is {maxEntries}.",
                nameof(maxEntries));
        }

        Storage = new RingBufStorage(maxEntries);
    }

    /// <summary>The size in bytes.</summary>
    public int Size => Storage.Size;

    internal RingBufStorage Storage { get; }

    /// <summary>Reserves a record. Its bytes are not zeroed.</summary>
    /// <param name="size">The size of the record in bytes.</param>
    /// <param name="flags">Must be 0.</param>
    /// <param name="ptr">The record; a null dynptr when the call fails, which must be submitted or discarded all the same.</param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for flags; <c>-E2BIG</c> for more than <see cref="Dynptr.MaxSize"/> bytes; <c>-EINVAL</c> when the
    /// record is larger than the ring, or has no room now.
    /// </returns>
    [BpfHelper("bpf_ringbuf_reserve_dynptr", Arguments = ["this", "size", "flags", "ptr"], Since = "5.19", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Reserves a ring-buffer record, which must be submitted or discarded even when the call fails.")]
    public int Reserve(uint size, ulong flags, [Acquires("ringbuf")] out Dynptr ptr)
    {
        int error = flags != 0 ? -Errno.EINVAL
            : size > Dynptr.MaxSize ? -Errno.E2BIG
            : 0;
        if (error == 0 && Storage.TryReserve(size, out long position))
        {
            ptr = Dynptr.OfRecord(this, ref Storage.PayloadAt(position), size, Storage.LifetimeAt(position));
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
    [BpfHelper("bpf_ringbuf_reserve_dynptr", Since = "5.19", ExceptProgramTypes = ["LIRC_MODE2"], HasStub = false)]
    public int Reserve(uint size, [Acquires("ringbuf")] out Dynptr ptr) => Reserve(size, 0, out ptr);

    internal void Release(Lifetime lifetime, bool discard, ulong flags)
    {
        bool mayWait = Storage.Commit(RingBufStorage.PositionOf(lifetime), discard);
        bool wake = (flags & BpfConstants.BPF_RB_FORCE_WAKEUP) != 0
            || (mayWait && (flags & BpfConstants.BPF_RB_NO_WAKEUP) == 0);

        // When it is set already, the reader has yet to reset it, and looks for records after that.
        if (wake && !_wakeup.IsSet)
            _wakeup.Set();
    }

    internal void EnterReader()
    {
        if (Interlocked.Exchange(ref _isBeingRead, 1) != 0)
        {
            throw new InvalidOperationException(
                "The ring buffer is being read already. Read it from one thread at a time, and not from inside a record handler.");
        }
    }

    internal void ExitReader() => Volatile.Write(ref _isBeingRead, 0);

    internal bool WaitForWakeup(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!_wakeup.Wait(timeout, cancellationToken))
            return false;

        // What is committed from here on sets it again; what was committed before is there to be read.
        _wakeup.Reset();
        return true;
    }
}
