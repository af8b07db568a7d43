using System;
using System.Threading;

namespace Dynptrs;

/// <summary>Lets one reader at a time into a ring buffer.</summary>
internal sealed class ReaderGuard
{
    private int _isBeingRead;

    /// <summary>Lets a reader in, until what this returns is disposed.</summary>
    /// <exception cref="InvalidOperationException">Another is in.</exception>
    public Visit Enter()
    {
        if (Interlocked.Exchange(ref _isBeingRead, 1) != 0)
        {
            throw new InvalidOperationException(
                "The ring buffer is being read already. Read it from one thread at a time, and not from inside a record handler.");
        }

        return new Visit(this);
    }

    /// <summary>The time that a reader is in.</summary>
    public readonly ref struct Visit(ReaderGuard guard)
    {
        public void Dispose() => Volatile.Write(ref guard._isBeingRead, 0);
    }
}
