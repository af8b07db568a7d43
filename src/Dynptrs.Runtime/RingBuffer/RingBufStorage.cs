using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs;

/// <summary>
/// The memory of a ring buffer, laid out as the kernel maps it for user space: a page with the consumer position, a page
/// with the producer position, then the data, twice its size so that a record which starts near the end is contiguous.
/// </summary>
/// <remarks>
/// The kernel maps the data's pages twice. Here the second half is memory of its own, which works because a record is only
/// ever reached from its start: by its dynptr, and by the reader. Positions count bytes since creation and never wrap.
/// </remarks>
internal sealed class RingBufStorage
{
    public const int PageSize = 4096;

    /// <summary>What a record's generation is while nobody holds it. Positions are aligned, so no position plus 1 equals it.</summary>
    private const long Unheld = 0;

    private const int ProducerPage = PageSize;
    private const int DataStart = 2 * PageSize;

    // The kernel counts pages from its own, unmapped page before the two positions.
    private const int PagesBeforeData = 3;

    private readonly byte[] _memory;

    // One counter for each place where a record can start: the position of the record held there plus 1, or Unheld.
    private readonly long[] _generations;

    private SpinLock _producerLock = new(enableThreadOwnerTracking: false);

    public RingBufStorage(int size)
    {
        Size = size;
        _memory = new byte[DataStart + (2 * size)];
        _generations = new long[size / RecordHeader.Alignment];
    }

    public int Size { get; }

    public long ConsumerPosition => Volatile.Read(ref ConsumerWord);

    public long ProducerPosition => Volatile.Read(ref ProducerWord);

    private ref long ConsumerWord => ref Unsafe.As<byte, long>(ref _memory[0]);

    private ref long ProducerWord => ref Unsafe.As<byte, long>(ref _memory[ProducerPage]);

    /// <summary>Takes room for a busy record. Fails when the ring has none.</summary>
    public bool TryReserve(uint length, out long position)
    {
        position = 0;
        int footprint = RecordHeader.Footprint((int)length);
        if (footprint > Size)
            return false;

        bool isLocked = false;
        try
        {
            _producerLock.Enter(ref isLocked);
            position = ProducerWord;
            long end = position + footprint;

            // The kernel measures from the oldest busy record as well, because user space may write anything as its
            // position. Here only the reader does, which never passes a busy record.
            if (end - ConsumerPosition > Size - 1)
                return false;

            int offset = Offset(position);
            HeaderAt(offset) = length | RecordHeader.BusyBit;
            HeaderAt(offset + sizeof(uint)) = (uint)(PagesBeforeData + (offset / PageSize));
            Volatile.Write(ref GenerationAt(position), position + 1);

            // Release: a reader that sees the new position sees the busy header too.
            Volatile.Write(ref ProducerWord, end);
            return true;
        }
        finally
        {
            if (isLocked)
                _producerLock.Exit(useMemoryBarrier: false);
        }
    }

    /// <summary>Ends the life of a busy record and lets the reader have it, or skip it.</summary>
    /// <returns>Whether the reader had read everything before this record, so that it may be waiting for it.</returns>
    public bool Commit(long position, bool discard)
    {
        // First the generation: once the header says so, reader and producers may reuse the memory.
        Volatile.Write(ref GenerationAt(position), Unheld);
        ref uint header = ref HeaderAt(Offset(position));
        uint word = (header & ~RecordHeader.BusyBit) | (discard ? RecordHeader.DiscardBit : 0);

        // A full barrier between this store and the load below. With the one in TryPeek it makes sure that either the
        // reader sees this record, or this producer sees that the reader waits for it.
        Interlocked.Exchange(ref header, word);
        return ConsumerPosition == position;
    }

    /// <summary>Finds the next record for the reader, skipping discarded ones. There may be only one reader at a time.</summary>
    /// <returns>Whether there is one; not when the next record is still busy.</returns>
    public bool TryPeek(out ReadOnlySpan<byte> record)
    {
        long position = ConsumerPosition;
        bool isPositionSeen = false;
        while (true)
        {
            if (TryGetCommitted(position, out uint word))
            {
                if (!RecordHeader.IsDiscarded(word))
                {
                    record = MemoryMarshal.CreateReadOnlySpan(in PayloadAt(position), RecordHeader.Length(word));
                    return true;
                }

                position = Consume(position, word);
                isPositionSeen = false;
            }
            else if (!isPositionSeen)
            {
                // Look again once every producer can see the position; see Commit.
                Interlocked.MemoryBarrier();
                isPositionSeen = true;
            }
            else
            {
                record = default;
                return false;
            }
        }
    }

    /// <summary>Gives the record that <see cref="TryPeek"/> found back to the producers.</summary>
    public void Advance()
    {
        long position = ConsumerPosition;
        Consume(position, HeaderAt(Offset(position)));
    }

    public ref byte PayloadAt(long position) => ref _memory[DataStart + Offset(position) + RecordHeader.Size];

    public Lifetime LifetimeAt(long position) => new(in GenerationAt(position));

    /// <summary>The position of the record that a lifetime belongs to.</summary>
    public static long PositionOf(Lifetime lifetime) => lifetime.Expected - 1;

    private long Consume(long position, uint word)
    {
        long next = position + RecordHeader.Footprint(RecordHeader.Length(word));

        // Release: the record has been read before producers may overwrite it.
        Volatile.Write(ref ConsumerWord, next);
        return next;
    }

    private bool TryGetCommitted(long position, out uint word)
    {
        word = RecordHeader.BusyBit;
        if (position < ProducerPosition)
            word = Volatile.Read(ref HeaderAt(Offset(position)));
        return !RecordHeader.IsBusy(word);
    }

    private int Offset(long position) => (int)(position & (Size - 1));

    private ref uint HeaderAt(int offset) => ref Unsafe.As<byte, uint>(ref _memory[DataStart + offset]);

    private ref long GenerationAt(long position) => ref _generations[Offset(position) / RecordHeader.Alignment];
}
