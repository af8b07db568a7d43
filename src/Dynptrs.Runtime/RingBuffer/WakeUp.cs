using System;
using System.Threading;

namespace Dynptrs;

/// <summary>What one side of a ring buffer of this process waits for, and the other signals.</summary>
internal sealed class WakeUp
{
    private readonly ManualResetEventSlim _event = new();

    public void Signal()
    {
        // When it is set already, who waits has yet to reset it, and looks at the ring after that.
        if (!_event.IsSet)
            _event.Set();
    }

    /// <returns>Whether there was a signal since the last wait.</returns>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!_event.Wait(timeout, cancellationToken))
            return false;

        // What is done from here on sets it again; what was done before is there to be seen.
        _event.Reset();
        return true;
    }
}
