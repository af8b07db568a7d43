using System;
using System.Threading;

namespace Dynptrs;

/// <summary>The end of a time in which there may be several waits.</summary>
internal readonly struct Deadline(TimeSpan timeout)
{
    private readonly long _start = Environment.TickCount64;

    /// <summary>Finds what is left for the next wait.</summary>
    /// <returns>Whether the time is not over; an infinite one never is.</returns>
    public bool TryGetLeft(out TimeSpan left)
    {
        left = timeout == Timeout.InfiniteTimeSpan ? timeout : timeout - TimeSpan.FromMilliseconds(Environment.TickCount64 - _start);
        return left >= TimeSpan.Zero || left == Timeout.InfiniteTimeSpan;
    }
}
