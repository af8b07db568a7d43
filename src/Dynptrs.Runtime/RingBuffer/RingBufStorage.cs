using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Dynptrs;

/// <summary>
/// The records of a ring buffer in its area: reserved by any number of producers at once, read by one reader in the order of reservation.
/// </summary>
/// <remarks>
/// <para>
/// Producers take room by moving the producer position, with one compare-and-swap and without a lock. So the position may be ahead of a
/// header that is yet to be written; the kernel, which writes both under a lock, has no such moment. What tells the reader that a record is
/// committed is therefore its generation: one number for each place where a record can start, which says what became of the record at which
/// position. Headers are the kernel's all the same.
/// </para>
/// <para>
/// Positions count bytes since creation and never wrap. They are multiples of 8, which leaves room for the state of a record in its
/// generation.
/// </para>
/// </remarks>
internal sealed unsafe class RingBufStorage
{
    // Two cache lines, for processors fetch them in pairs; in words.
    private const int LineLength = 16;

    // The area is kept for as long as a slice or a dynptr can ask for its generation.
    private static readonly ConditionalWeakTable<long[], RingBufArea> Areas = [];

    private readonly RingBufArea _area;
    private readonly long* _consumer;
    private readonly long* _producer;
    private readonly byte* _data;
    private readonly long[] _generations;

    // What each side last saw of the other's position, which only grows: looking again only when that is not enough keeps the two off each
    // other's cache lines. Producers share theirs, and may set it back, which only makes them look again. Each stands on the page of its
    // own side, on a line of its own.
    private readonly long* _consumerSeen;
    private readonly long* _producerSeen;

    public RingBufStorage(int size, RingBuf owner)
    {
        Size = size;
        _generations = new long[size / RecordHeader.Alignment];
        _area = RingBufArea.Create(size);
        _area.SetOwner(owner);
        _consumer = _area.ConsumerPosition;
        _producer = _area.ProducerPosition;
        _data = _area.Data;
        _consumerSeen = _producer + LineLength;
        _producerSeen = _consumer + LineLength;
        (*_consumerSeen, *_producerSeen) = (0, 0);
        Areas.Add(_generations, _area);
    }

    public int Size { get; }

    public long ConsumerPosition => Volatile.Read(ref *_consumer);

    public long ProducerPosition => Volatile.Read(ref *_producer);

    /// <summary>Takes room for a busy record. Fails when the ring has none.</summary>
    /// <param name="length">The length of its payload in bytes.</param>
    /// <param name="isPlain">Whether it is held by a slice, not by a dynptr.</param>
    /// <param name="position">Where it is.</param>
    public bool TryReserve(uint length, bool isPlain, out long position)
    {
        var footprint = RecordHeader.Footprint(length);
        position = *_producer;
        while (true)
        {
            // The consumer position only grows, so room that is there once stays. The kernel measures from the oldest busy record as well,
            // because user space may write anything as its position. Here only the reader does, which never passes a busy record.
            var end = position + footprint;
            if (footprint > Size || !HasRoom(end))
                return false;
            var seen = Interlocked.CompareExchange(ref *_producer, end, position);
            if (seen == position)
                break;
            position = seen;
        }

        var offset = Offset(position);
        var header = _data + offset;
        *(uint*)header = length | RecordHeader.BusyBit;
        *(uint*)(header + sizeof(uint)) = (uint)(RingBufArea.HeaderPages + (offset / RingBufArea.PageSize));
        Volatile.Write(ref GenerationAt(position), isPlain ? Plain(position) : Held(position));
        return true;
    }

    /// <summary>Ends the life of a busy record and lets the reader have it, or skip it.</summary>
    public void Commit(long position, bool discard) => Volatile.Write(ref GenerationAt(position), Finish(position, discard));

    /// <summary>
    /// Ends the life of a busy record and lets the reader have it, or skip it, and asks whether the reader may be waiting for it.
    /// </summary>
    /// <returns>Whether the reader had read everything before this record.</returns>
    public bool CommitAndAsk(long position, bool discard)
    {
        // A full barrier between this store and the load below. With the one of the reader it makes sure that either the
        // reader sees this record, or this producer sees that the reader waits for it.
        Interlocked.Exchange(ref GenerationAt(position), Finish(position, discard));
        return ConsumerPosition == position;
    }

    /// <summary>Finds the next record for the reader, skipping discarded ones. There may be only one reader at a time.</summary>
    /// <param name="position">Where to look; afterwards where the record is.</param>
    /// <param name="record">The record.</param>
    /// <param name="next">Behind the record.</param>
    /// <returns>Whether there is one; not when the next record is still busy.</returns>
    /// <exception cref="InvalidDataException">What stands there is no record.</exception>
    public bool TryPeek(scoped ref long position, out ReadOnlySpan<byte> record, out long next)
    {
        while (Volatile.Read(ref GenerationAt(position)) == Committed(position))
        {
            var header = _data + Offset(position);
            var word = *(uint*)header;
            next = position + RecordHeader.Footprint((uint)RecordHeader.Length(word));
            if (RecordHeader.IsBusy(word) || next - position > Size || !IsProduced(next))
                throw Corrupted(position, word);
            if (!RecordHeader.IsDiscarded(word))
            {
                record = new ReadOnlySpan<byte>(header + RecordHeader.Size, RecordHeader.Length(word));
                return true;
            }

            position = next;
        }

        record = default;
        next = position;
        return false;
    }

    /// <summary>Gives everything before a position back to the producers.</summary>
    public void Advance(long position) =>

        // Release: the records have been read before producers may overwrite them.
        Volatile.Write(ref *_consumer, position);

    public ref byte PayloadAt(long position) => ref *(_data + Offset(position) + RecordHeader.Size);

    public Lifetime LifetimeAt(long position) => new(in GenerationAt(position));

    /// <summary>The position of the record that a lifetime belongs to.</summary>
    public static long PositionOf(Lifetime lifetime) => lifetime.Expected < 0 ? ~lifetime.Expected : lifetime.Expected - 1;

    /// <summary>Whether a lifetime is that of a record which a slice holds: no other generation is negative.</summary>
    public static bool IsPlain(Lifetime lifetime) => lifetime.Expected < 0;

    public static InvalidDataException Corrupted(long position, uint word) => new(
        $"The ring buffer is damaged: what stands at position {position} (header 0x{word:x8}) is no record that fits in it. Something has written over its headers or positions; make a new ring buffer.");

    /// <summary>
    /// Writes the header of a record that is over; the generation that says so comes after it, for then the reader may give the memory to
    /// the next record.
    /// </summary>
    private long Finish(long position, bool discard)
    {
        var header = _data + Offset(position);
        *(uint*)header = (*(uint*)header & ~RecordHeader.BusyBit) | (discard ? RecordHeader.DiscardBit : 0);
        return Committed(position);
    }

    private bool HasRoom(long end)
    {
        if (end - Volatile.Read(ref *_consumerSeen) <= Size - 1)
            return true;
        var seen = ConsumerPosition;
        Volatile.Write(ref *_consumerSeen, seen);
        return end - seen <= Size - 1;
    }

    private bool IsProduced(long end)
    {
        if (end <= *_producerSeen)
            return true;
        *_producerSeen = ProducerPosition;
        return end <= *_producerSeen;
    }

    private static long Held(long position) => position + 1;

    private static long Committed(long position) => position + 2;

    private static long Plain(long position) => ~position;

    private int Offset(long position) => (int)(position & (Size - 1));

    private ref long GenerationAt(long position) => ref _generations[Offset(position) / RecordHeader.Alignment];
}
