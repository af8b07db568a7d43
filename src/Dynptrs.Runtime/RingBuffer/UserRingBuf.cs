using System;
using System.Threading;

namespace Dynptrs;

/// <summary>A ring buffer that the host writes and a program drains.</summary>
/// <remarks>
/// Follows <c>BPF_MAP_TYPE_USER_RINGBUF</c>. What the host wrote is not trusted: whatever stands in the memory, the drain answers with an
/// errno.
/// </remarks>
[KernelMap("USER_RINGBUF")]
public sealed unsafe class UserRingBuf : IUserRing
{
    /// <summary>The most samples that one drain looks at, <c>BPF_MAX_USER_RINGBUF_SAMPLES</c>.</summary>
    public const int MaxSamples = 131072;

    private readonly RingBufArea _area;
    private readonly WakeUp _wakeUp = new();
    private long _sampleGeneration;
    private int _isBusy;

    /// <summary>Creates an empty ring buffer.</summary>
    /// <param name="maxEntries">
    /// The size in bytes, the kernel's <c>max_entries</c>: a power of two, a multiple of <see cref="RingBuf.PageSize"/>.
    /// </param>
    /// <exception cref="ArgumentException">The kernel does not accept the size, or it is above <see cref="RingBuf.MaxSize"/>.</exception>
    public UserRingBuf([Capacity] int maxEntries)
    {
        RingBufArea.ThrowUnlessSize(maxEntries);
        Size = maxEntries;
        _area = RingBufArea.Create(maxEntries);
    }

    /// <summary>The size in bytes.</summary>
    public int Size { get; }

    long* IUserRing.ConsumerPosition => _area.ConsumerPosition;

    long* IUserRing.ProducerPosition => _area.ProducerPosition;

    byte* IUserRing.Data => _area.Data;

    /// <summary>Runs a callback on each sample that is there, until it returns 1.</summary>
    /// <param name="callback">Called once for each submitted sample; discarded ones are skipped.</param>
    /// <param name="flags"><see cref="BpfConstants.BPF_RB_NO_WAKEUP"/> or <see cref="BpfConstants.BPF_RB_FORCE_WAKEUP"/>, or 0.</param>
    /// <returns>
    /// How often the callback ran. <c>-EINVAL</c> for other flags, a producer position that is no multiple of 8, or a sample longer than
    /// what was written; <c>-EBUSY</c> when it is being drained already; <c>-E2BIG</c> for a sample larger than the ring or than a dynptr
    /// can be. After an error, samples may have been seen all the same.
    /// </returns>
    /// <remarks>Follows <c>bpf_user_ringbuf_drain</c>. At most <see cref="MaxSamples"/> samples are looked at.</remarks>
    [BpfHelper(
        "bpf_user_ringbuf_drain", Id = 209,
        Since = "6.1",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Runs a callback on every sample of a ring buffer that user space writes.")]
    public int Drain([Callback] UserRingBufCallback callback, [FlagsOf(typeof(RingBufFlags))] ulong flags)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Drain(Dynptr.Lend, ref callback, flags);
    }

    /// <summary>Runs a callback with a context on each sample that is there, until it returns 1.</summary>
    /// <typeparam name="T">The type of the context.</typeparam>
    /// <param name="callback">Called once for each submitted sample; discarded ones are skipped.</param>
    /// <param name="context">What each call of it is given.</param>
    /// <param name="flags"><see cref="BpfConstants.BPF_RB_NO_WAKEUP"/> or <see cref="BpfConstants.BPF_RB_FORCE_WAKEUP"/>, or 0.</param>
    /// <returns>
    /// How often the callback ran. <c>-EINVAL</c> for other flags, a producer position that is no multiple of 8, or a sample longer than
    /// what was written; <c>-EBUSY</c> when it is being drained already; <c>-E2BIG</c> for a sample larger than the ring or than a dynptr
    /// can be. After an error, samples may have been seen all the same.
    /// </returns>
    /// <remarks>Follows <c>bpf_user_ringbuf_drain</c>. At most <see cref="MaxSamples"/> samples are looked at.</remarks>
    [BpfHelper("bpf_user_ringbuf_drain", Id = 209, Since = "6.1", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Runs a callback with a context on every sample of a ring buffer that user space writes.")]
    public int Drain<T>(
        [Callback(Context = nameof(context))] UserRingBufCallback<T> callback,
        ref T context,
        [FlagsOf(typeof(RingBufFlags))] ulong flags)
        where T : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(callback);
        if ((flags & ~(BpfConstants.BPF_RB_NO_WAKEUP | BpfConstants.BPF_RB_FORCE_WAKEUP)) != 0)
            return -Errno.EINVAL;
        if (Interlocked.Exchange(ref _isBusy, 1) != 0)
            return -Errno.EBUSY;

        var result = 0;
        var steps = 0;
        try
        {
            var goesOn = true;
            for (; steps < MaxSamples && goesOn && Peek(out var word, out var position) is var state and not Sample.None; steps++)
            {
                if (state < 0)
                    return result = (int)state;
                var length = (uint)RecordHeader.Length(word);
                if (state == Sample.Submitted)
                {
                    goesOn = Run(callback, ref context, position, length);
                    result++;
                }

                Volatile.Write(ref *_area.ConsumerPosition, position + RecordHeader.Footprint(length));
            }

            return result;
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
            var wake = (flags & BpfConstants.BPF_RB_FORCE_WAKEUP) != 0 || (steps > 0 && (flags & BpfConstants.BPF_RB_NO_WAKEUP) == 0);
            if (wake)
                _wakeUp.Signal();
        }
    }

    bool IUserRing.Wait(TimeSpan timeout, CancellationToken cancellationToken) => _wakeUp.Wait(timeout, cancellationToken);

    private bool Run<T>(UserRingBufCallback<T> callback, ref T context, long position, uint length)
        where T : allows ref struct
    {
        var sample = Dynptr.OfSample(
            ref *(_area.Data + (position & (Size - 1)) + RecordHeader.Size), length, new Lifetime(in _sampleGeneration));
        try
        {
            return Dynptr.Lend(ref sample, callback, ref context) == 0;
        }
        finally
        {
            // The sample and its slices end: the host may write over it from here on.
            _sampleGeneration++;
        }
    }

    /// <summary>Looks at the next sample.</summary>
    /// <remarks>Follows <c>__bpf_user_ringbuf_peek</c>, and trusts nothing that stands there.</remarks>
    private Sample Peek(out uint word, out long position)
    {
        word = 0;
        position = *_area.ConsumerPosition;
        var end = Volatile.Read(ref *_area.ProducerPosition);
        if ((end & (RecordHeader.Alignment - 1)) != 0)
            return (Sample)(-Errno.EINVAL);
        if (position >= end)
            return Sample.None;
        word = Volatile.Read(ref *(uint*)(_area.Data + (position & (Size - 1))));
        var length = (uint)RecordHeader.Length(word);
        var footprint = RecordHeader.Footprint(length);
        return footprint > end - position ? (Sample)(-Errno.EINVAL)
            : footprint > Size || length > Dynptr.MaxSize ? (Sample)(-Errno.E2BIG)
            : RecordHeader.IsDiscarded(word) ? Sample.Discarded
            : RecordHeader.IsBusy(word) ? Sample.None
            : Sample.Submitted;
    }

    /// <summary>What stands at the consumer position, or a negative errno.</summary>
    private enum Sample
    {
        None,
        Submitted,
        Discarded,
    }
}
