using System;
using System.Threading;

namespace Dynptrs;

/// <summary>The host's end of a ring buffer that a program drains. Only one thread may write at a time.</summary>
/// <remarks>Follows <c>struct user_ring_buffer</c> of libbpf.</remarks>
public sealed unsafe class UserRingBufProducer
{
    private readonly IUserRing _ring;

    /// <summary>Creates a producer.</summary>
    /// <param name="ring">The ring buffer to write to.</param>
    public UserRingBufProducer(UserRingBuf ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        _ring = ring;
    }

    /// <summary>Creates a producer of a ring buffer of the kernel.</summary>
    /// <param name="ring">The ring buffer to write to.</param>
    public UserRingBufProducer(KernelUserRingBuf ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        _ring = ring;
    }

    /// <summary>Reserves room for a sample.</summary>
    /// <param name="size">The size of the sample in bytes.</param>
    /// <param name="sample">The sample, to be submitted or discarded; unusable when the call fails.</param>
    /// <returns>0; <c>-E2BIG</c> for a sample larger than the ring; <c>-ENOSPC</c> when there is no room now.</returns>
    public int Reserve(uint size, out UserRingBufSample sample)
    {
        sample = default;
        var footprint = RecordHeader.Footprint(size);
        if ((size & (RecordHeader.BusyBit | RecordHeader.DiscardBit)) != 0 || footprint > _ring.Size)
            return -Errno.E2BIG;
        var position = *_ring.ProducerPosition;
        if (_ring.Size - (position - Volatile.Read(ref *_ring.ConsumerPosition)) < footprint)
            return -Errno.ENOSPC;
        var header = _ring.Data + (position & (_ring.Size - 1));
        *(ulong*)header = size | RecordHeader.BusyBit;

        // Release: who sees the position sees the busy header.
        Volatile.Write(ref *_ring.ProducerPosition, position + footprint);
        sample = new UserRingBufSample(_ring, header, (int)size);
        return 0;
    }

    /// <summary>Reserves room for a sample, and waits for it.</summary>
    /// <param name="size">The size of the sample in bytes.</param>
    /// <param name="timeout">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/> waits forever.</param>
    /// <param name="sample">The sample, to be submitted or discarded; unusable when the call fails.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>0; <c>-E2BIG</c> for a sample larger than the ring; <c>-ENOSPC</c> when there was no room within the time.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>A program that drains wakes the waiter, unless it says <see cref="BpfConstants.BPF_RB_NO_WAKEUP"/>.</remarks>
    public int Reserve(uint size, TimeSpan timeout, out UserRingBufSample sample, CancellationToken cancellationToken = default)
    {
        var deadline = new Deadline(timeout);
        while (true)
        {
            var error = Reserve(size, out sample);
            if (error != -Errno.ENOSPC)
                return error;
            if (!deadline.TryGetLeft(out var left) || !_ring.Wait(left, cancellationToken))
                return Reserve(size, out sample);
        }
    }
}
