using System;
using System.Threading;

namespace Dynptrs;

/// <summary>The host's end of a <see cref="RingBuf"/>. It sees submitted records in the order in which they were reserved.</summary>
/// <remarks>
/// A record that is still held by a program stops the reader, however many were submitted after it; discarded ones are
/// skipped. A ring buffer has one reading position, so all its readers take from the same stream, one at a time.
/// </remarks>
public sealed class RingBufReader
{
    private readonly RingBuf _ring;

    /// <summary>Creates a reader.</summary>
    /// <param name="ring">The ring buffer to read from.</param>
    public RingBufReader(RingBuf ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        _ring = ring;
    }

    /// <summary>Copies the next record.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="length">The length of the record in bytes; 0 when there is none.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentException">The record is longer than <paramref name="destination"/>. It stays in the ring.</exception>
    /// <exception cref="InvalidOperationException">Someone else reads at the same time.</exception>
    public bool TryRead(scoped Span<byte> destination, out int length)
    {
        _ring.EnterReader();
        try
        {
            length = 0;
            if (!_ring.Storage.TryPeek(out ReadOnlySpan<byte> record))
                return false;
            if (record.Length > destination.Length)
            {
                throw new ArgumentException(
                    $"The next record has {record.Length} bytes, but there is room for {destination.Length}.", nameof(destination));
            }

            record.CopyTo(destination);
            length = record.Length;
            _ring.Storage.Advance();
            return true;
        }
        finally
        {
            _ring.ExitReader();
        }
    }

    /// <summary>Hands all records that are there to a handler. A record whose handler throws stays in the ring.</summary>
    /// <param name="handler">Called once for each record. It may not read from the same ring buffer.</param>
    /// <returns>The number of records.</returns>
    /// <exception cref="InvalidOperationException">Someone else reads at the same time.</exception>
    public int Consume(RingBufRecordHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _ring.EnterReader();
        try
        {
            int count = 0;
            while (_ring.Storage.TryPeek(out ReadOnlySpan<byte> record))
            {
                handler(record);
                _ring.Storage.Advance();
                count++;
            }

            return count;
        }
        finally
        {
            _ring.ExitReader();
        }
    }

    /// <summary>Waits until a program wakes the reader, which it does for a record that the reader has been waiting for.</summary>
    /// <param name="timeout">How long to wait; zero only asks, <see cref="Timeout.InfiniteTimeSpan"/> waits forever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the reader was woken since the last wait.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken = default) =>
        _ring.WaitForWakeup(timeout, cancellationToken);
}
