using System;
using System.Threading;

namespace Dynptrs;

/// <summary>What a <see cref="RingBufReader"/> reads: a ring buffer of this process, or one of the kernel.</summary>
internal interface IRecordSource
{
    /// <summary>Up to where everything was read.</summary>
    public long ConsumerPosition { get; }

    /// <summary>Finds the next record from a position on, skipping discarded ones.</summary>
    public bool TryPeek(scoped ref long position, out ReadOnlySpan<byte> record, out long next);

    /// <summary>
    /// Whether the reader looks once more, behind a full barrier, before it says that there is nothing: a producer may ask whether it waits
    /// before it sees how far the reader has come.
    /// </summary>
    public bool IsLookedAtAgain { get; }

    /// <summary>Gives everything before a position back to the producers.</summary>
    public void Advance(long position);

    /// <summary>Makes sure that nobody else reads.</summary>
    public ReaderGuard Guard { get; }

    /// <summary>Waits until a producer wakes the reader.</summary>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken);
}
