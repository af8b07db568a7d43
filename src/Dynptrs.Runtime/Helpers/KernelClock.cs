using System;
using System.Diagnostics;

namespace Dynptrs;

/// <summary>The clock of the kernel.</summary>
public static class KernelClock
{
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
        return frequency == NativeClock.NanosecondsPerSecond ? ticks : (ulong)((UInt128)ticks * NativeClock.NanosecondsPerSecond / frequency);
    }

    /// <summary>The nanoseconds since the machine was started, with the time that it was suspended.</summary>
    /// <returns>Nanoseconds, which never go back.</returns>
    /// <remarks>
    /// Follows <c>bpf_ktime_get_boot_ns</c>: on Linux it is the same clock, <c>CLOCK_BOOTTIME</c>. Elsewhere it is that of
    /// <see cref="GetNanoseconds"/>.
    /// </remarks>
    [BpfHelper("bpf_ktime_get_boot_ns", Id = 125, Since = "5.8", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Gives the nanoseconds since the machine was started, with suspended time.")]
    public static ulong GetBootNanoseconds() => OperatingSystem.IsLinux() ? NativeClock.GetBootTime() : GetNanoseconds();

    /// <summary>The nanoseconds since 1970 in international atomic time, which knows no leap seconds.</summary>
    /// <returns>Nanoseconds.</returns>
    /// <remarks>
    /// Follows <c>bpf_ktime_get_tai_ns</c>: on Linux it is the same clock, <c>CLOCK_TAI</c>, which is that of the wall where nobody has told
    /// the kernel of leap seconds. Elsewhere it is the clock of the wall.
    /// </remarks>
    [BpfHelper("bpf_ktime_get_tai_ns", Id = 208, Since = "6.1", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Gives the nanoseconds since 1970 in international atomic time.")]
    public static ulong GetTaiNanoseconds() => OperatingSystem.IsLinux()
        ? NativeClock.GetAtomicTime()
        : (ulong)(DateTime.UtcNow - DateTime.UnixEpoch).Ticks * (NativeClock.NanosecondsPerSecond / TimeSpan.TicksPerSecond);
}
