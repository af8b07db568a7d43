using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs;

/// <summary>The host's end of a ring buffer. It sees submitted records in the order in which they were reserved.</summary>
/// <remarks>
/// A record that is still held by a program stops the reader, however many were submitted after it; discarded ones are
/// skipped. A ring buffer has one reading position, so all its readers take from the same stream, one at a time.
/// </remarks>
public sealed class RingBufReader
{
    private readonly IRecordSource _source;

    /// <summary>Creates a reader.</summary>
    /// <param name="ring">The ring buffer to read from.</param>
    public RingBufReader(RingBuf ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        _source = ring;
    }

    /// <summary>Creates a reader of a ring buffer of the kernel.</summary>
    /// <param name="ring">The ring buffer to read from.</param>
    public RingBufReader(KernelRingBuf ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        _source = ring;
    }

    /// <summary>Copies the next record.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="length">The length of the record in bytes; 0 when there is none.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentException">The record is longer than <paramref name="destination"/>. It stays in the ring.</exception>
    /// <exception cref="InvalidOperationException">Someone else reads at the same time.</exception>
    /// <exception cref="InvalidDataException">The ring buffer is damaged.</exception>
    public bool TryRead(scoped Span<byte> destination, out int length)
    {
        using var visit = _source.Guard.Enter();
        length = 0;
        if (!TryPeek(out var record, out var next))
            return false;
        if (record.Length > destination.Length)
        {
            throw new ArgumentException(
                $"The next record has {record.Length} bytes, but there is room for {destination.Length}.", nameof(destination));
        }

        record.CopyTo(destination);
        length = record.Length;
        _source.Advance(next);
        return true;
    }

    /// <summary>Hands all records that are there to a handler. A record whose handler throws stays in the ring.</summary>
    /// <param name="handler">Called once for each record. It may not read from the same ring buffer.</param>
    /// <returns>The number of records.</returns>
    /// <exception cref="InvalidOperationException">Someone else reads at the same time.</exception>
    /// <exception cref="InvalidDataException">The ring buffer is damaged.</exception>
    public int Consume(RingBufRecordHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        using var visit = _source.Guard.Enter();
        var count = 0;
        while (TryPeek(out var record, out var next))
        {
            handler(record);
            _source.Advance(next);
            count++;
        }

        return count;
    }

    /// <summary>
    /// Hands all records that are there to a handler, in place, and gives their room back to the producers only at the end: fewer writes to
    /// what producers look at, at the price of room. A record whose handler throws stays in the ring.
    /// </summary>
    /// <param name="handler">Called once for each record. It may not read from the same ring buffer.</param>
    /// <returns>The number of records.</returns>
    /// <exception cref="InvalidOperationException">Someone else reads at the same time.</exception>
    /// <exception cref="InvalidDataException">The ring buffer is damaged.</exception>
    public int ConsumeBatch(RingBufRecordHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        using var visit = _source.Guard.Enter();
        var count = 0;

        // What is committed while the position is behind wakes nobody, so it takes one more look once it is not.
        while (TryPeek(out _, out _))
        {
            var position = _source.ConsumerPosition;
            try
            {
                while (_source.TryPeek(ref position, out var record, out var next))
                {
                    handler(record);
                    position = next;
                    count++;
                }
            }
            finally
            {
                _source.Advance(position);
            }
        }

        return count;
    }

    /// <summary>Waits until a program wakes the reader, which it does for a record that the reader has been waiting for.</summary>
    /// <param name="timeout">How long to wait; zero only asks, <see cref="Timeout.InfiniteTimeSpan"/> waits forever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the reader was woken since the last wait.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken = default) => _source.Wait(timeout, cancellationToken);

    /// <summary>Hands records to a handler: those that are there, or else those that come within a time.</summary>
    /// <param name="handler">Called once for each record. It may not read from the same ring buffer.</param>
    /// <param name="timeout">How long to wait for a first record; <see cref="Timeout.InfiniteTimeSpan"/> waits forever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The number of records; 0 when the time was over.</returns>
    /// <exception cref="InvalidOperationException">Someone else reads at the same time.</exception>
    /// <exception cref="InvalidDataException">The ring buffer is damaged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public int Poll(RingBufRecordHandler handler, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        var deadline = new Deadline(timeout);
        var count = Consume(handler);
        while (count == 0)
        {
            // A wake-up may be an old one, for records that have been read since.
            if (!deadline.TryGetLeft(out var left) || !Wait(left, cancellationToken))
                return Consume(handler);
            count = Consume(handler);
        }

        return count;
    }

    /// <summary>Copies record after record, as they come.</summary>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The records, without end.</returns>
    /// <exception cref="InvalidOperationException">Someone else reads at the same time.</exception>
    /// <exception cref="InvalidDataException">The ring buffer is damaged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async IAsyncEnumerable<byte[]> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (TryRead(out var record))
                yield return record;

            // A thread of its own: it may wait for long.
            await Task.Factory.StartNew(
                () => Wait(Timeout.InfiniteTimeSpan, cancellationToken),
                cancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)
                .ConfigureAwait(false);
        }
    }

    private bool TryRead(out byte[] record)
    {
        record = [];
        using var visit = _source.Guard.Enter();
        if (!TryPeek(out var bytes, out var next))
            return false;
        record = bytes.ToArray();
        _source.Advance(next);
        return true;
    }

    /// <summary>Finds the next record from the consumer position on, which it moves behind discarded ones.</summary>
    private bool TryPeek(out ReadOnlySpan<byte> record, out long next)
    {
        var start = _source.ConsumerPosition;
        var position = start;
        if (_source.TryPeek(ref position, out record, out next))
            return true;
        if (position != start)
            _source.Advance(position);
        if (!_source.IsLookedAtAgain)
            return false;

        // Look again once every producer can see the position: each either saw it, and wakes the reader, or committed before.
        Interlocked.MemoryBarrier();
        start = position;
        if (_source.TryPeek(ref position, out record, out next))
            return true;
        if (position != start)
            _source.Advance(position);
        return false;
    }
}
