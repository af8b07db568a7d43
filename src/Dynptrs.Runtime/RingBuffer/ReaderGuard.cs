using System;
using System.Threading;

namespace Dynptrs;

/// <summary>Lets one reader at a time into a ring buffer.</summary>
internal sealed class ReaderGuard
{
    private int _isBeingRead;

    public void Enter()
    {
        if (Interlocked.Exchange(ref _isBeingRead, 1) != 0)
        {
            throw new InvalidOperationException(
                "The ring buffer is being read already. Read it from one thread at a time, and not from inside a record handler.");
        }
    }

    public void Exit() => Volatile.Write(ref _isBeingRead, 0);
}
