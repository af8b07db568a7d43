using System;
using System.Diagnostics;

namespace Dynptrs;

/// <summary>The clock of the kernel.</summary>
public static class KernelClock
{
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    /// <summary>The nanoseconds since the machine was started, without the time that it was suspended.</summary>
    /// <returns>Nanoseconds, which never go back.</returns>
    /// <remarks>
    /// Follows <c>bpf_ktime_get_ns</c>: on Linux it is the same clock, <c>CLOCK_MONOTONIC</c>. Elsewhere it is that of
    /// <see cref="Stopwatch"/>.
    /// </remarks>
    [BpfHelper("bpf_ktime_get_ns", Id = 5,
        Since = "4.1", Summary = "Gives the nanoseconds since the machine was started, without suspended time.")]
    public static ulong GetNanoseconds()
    {
        var ticks = (ulong)Stopwatch.GetTimestamp();
        var frequency = (ulong)Stopwatch.Frequency;
        return frequency == NanosecondsPerSecond ? ticks : (ulong)((UInt128)ticks * NanosecondsPerSecond / frequency);
    }
}
