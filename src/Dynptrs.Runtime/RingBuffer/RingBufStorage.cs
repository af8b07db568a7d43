using System;
using System.IO;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs;

/// <summary>
/// The records of a ring buffer in its area: reserved by any number of producers at once, read by one reader in the order of reservation.
/// </summary>
/// <remarks>
/// <para>
/// Producers take room by moving the producer position, with one compare-and-swap and without a lock. So the position may be ahead of a
/// header that is yet to be written; the kernel, which writes both under a lock, has no such moment. What tells the reader that a record is
/// committed is therefore its <see cref="RecordGeneration"/>: one word for each place where a record can start. Headers are the kernel's all
/// the same.
/// </para>
/// <para>
/// Neither side looks at the other's position for each record: a producer only where the room that it saw last is used up, the reader
/// never. Nor does a producer need a full barrier between the word of its record and the question whether the reader waits for it: a
/// reader that is about to wait has the processors of all producers pass one instead (<see cref="IsWaitedFor"/>).
/// </para>
/// <para>
/// Positions count bytes since creation and never wrap.
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
    private readonly int _lapShift;

    // What producers last saw of the consumer position, which only grows: looking again only when that is not enough keeps them off the
    // reader's cache line. They share it, and may set it back, which only makes them look again. It stands on their page, on a line of
    // its own.
    private readonly long* _consumerSeen;

    // The position of the record that the reader was last told of.
    private long _heardAt = -1;

    public RingBufStorage(int size, RingBuf owner)
    {
        Size = size;
        _generations = new long[size / RecordHeader.Alignment];
        _area = RingBufArea.Create(size);
        _area.SetOwner(owner);
        _consumer = _area.ConsumerPosition;
        _producer = _area.ProducerPosition;
        _data = _area.Data;
        _lapShift = BitOperations.Log2((uint)size);
        _consumerSeen = _producer + LineLength;
        *_consumerSeen = 0;
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
        Volatile.Write(ref GenerationAt(position), RecordGeneration.Held(LapOf(position), length, isPlain).Word);
        return true;
    }

    /// <summary>Ends the life of a busy record and lets the reader have it, or skip it, without waking it.</summary>
    public void Commit(long position, bool discard) => Finish(position, discard, isHeard: false);

    /// <summary>
    /// Ends the life of a busy record and lets the reader have it, or skip it, and asks whether the reader may be waiting for it.
    /// </summary>
    /// <returns>Whether the reader had read everything before this record.</returns>
    public bool CommitAndAsk(long position, bool discard)
    {
        Finish(position, discard, isHeard: true);

        // The processor may read this before the word of the record is to be seen by others: see IsWaitedFor.
        return ((ConsumerPosition ^ position) & PlaceMask) == 0;
    }

    /// <summary>
    /// Asks, before the reader waits, whether a record is there that it is to be woken for, and whose producer may not have seen that.
    /// </summary>
    /// <remarks>
    /// A producer writes the word of its record, then reads the consumer position; the reader has written that position, then reads the
    /// word. Either must see what the other has written. The barrier, which all processors pass that run threads of the process, divides
    /// what each producer does into before and after: one that wrote the word before it is seen here, and one that writes it after it
    /// reads the position after it as well. Of a record the reader is told once.
    /// </remarks>
    public bool IsWaitedFor()
    {
        Interlocked.MemoryBarrierProcessWide();
        var position = ConsumerPosition;
        var generation = new RecordGeneration(Volatile.Read(ref GenerationAt(position)));
        return generation.IsFinishedIn(LapOf(position)) && generation.IsHeard && Interlocked.Exchange(ref _heardAt, position) != position;
    }

    /// <summary>Finds the next record for the reader, skipping discarded ones. There may be only one reader at a time.</summary>
    /// <param name="position">Where to look; afterwards where the record is.</param>
    /// <param name="record">The record.</param>
    /// <param name="next">Behind the record.</param>
    /// <returns>Whether there is one; not when the next record is still busy.</returns>
    /// <exception cref="InvalidDataException">What stands there is no record.</exception>
    public bool TryPeek(scoped ref long position, out ReadOnlySpan<byte> record, out long next)
    {
        while (true)
        {
            // Acquire: what the producer wrote before it let go of the record is seen.
            var generation = new RecordGeneration(Volatile.Read(ref GenerationAt(position)));
            if (!generation.IsFinishedIn(LapOf(position)))
                break;
            var header = _data + Offset(position);
            var word = *(uint*)header;
            if (word != generation.Header)
                throw Corrupted(position, word);
            next = position + RecordHeader.Footprint(generation.Length);
            if (!generation.IsDiscarded)
            {
                record = new ReadOnlySpan<byte>(header + RecordHeader.Size, (int)generation.Length);
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

    /// <summary>The position of the record that a lifetime belongs to, without laps that a generation does not count.</summary>
    public long PositionOf(Lifetime lifetime) =>
        ((long)new RecordGeneration(lifetime.Expected).Lap << _lapShift) | (uint)lifetime.OffsetIn(ref Generations);

    public static InvalidDataException Corrupted(long position, uint word) => new(
        $"The ring buffer is damaged: what stands at position {position} (header 0x{word:x8}) is no record that fits in it. Something has written over its headers or positions; make a new ring buffer.");

    private ref long Generations => ref MemoryMarshal.GetArrayDataReference(_generations);

    /// <summary>The bits of a position that its generation knows.</summary>
    private long PlaceMask => (1L << (RecordGeneration.LapBits + _lapShift)) - 1;

    /// <summary>
    /// Writes the header of a record that is over; the generation that says so comes after it, for then the reader may give the memory to
    /// the next record.
    /// </summary>
    private void Finish(long position, bool discard, bool isHeard)
    {
        ref var word = ref GenerationAt(position);
        var generation = new RecordGeneration(word).Finished(discard, isHeard);
        *(uint*)(_data + Offset(position)) = generation.Header;

        // Release: header and payload have been written before the reader is told.
        Volatile.Write(ref word, generation.Word);
    }

    private bool HasRoom(long end)
    {
        if (end - Volatile.Read(ref *_consumerSeen) <= Size - 1)
            return true;
        var seen = ConsumerPosition;
        Volatile.Write(ref *_consumerSeen, seen);
        return end - seen <= Size - 1;
    }

    private uint LapOf(long position) => RecordGeneration.LapOf(position, _lapShift);

    private int Offset(long position) => (int)(position & (Size - 1));

    // One word for each eight bytes: the offset of a place in one is that in the other.
    private ref long GenerationAt(long position) => ref Unsafe.AddByteOffset(ref Generations, Offset(position) & -RecordHeader.Alignment);
}
