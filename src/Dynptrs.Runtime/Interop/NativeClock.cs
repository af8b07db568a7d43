using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>The clocks of Linux that .NET has no name for.</summary>
internal static partial class NativeClock
{
    public const ulong NanosecondsPerSecond = 1_000_000_000;

    private const int BootTime = 7;
    private const int AtomicTime = 11;

    /// <summary>Nanoseconds since the start of the machine, <c>CLOCK_BOOTTIME</c>.</summary>
    public static ulong GetBootTime() => Get(BootTime);

    /// <summary>Nanoseconds since 1970, <c>CLOCK_TAI</c>.</summary>
    public static ulong GetAtomicTime() => Get(AtomicTime);

    private static ulong Get(int clock)
    {
        _ = GetTime(clock, out var time);
        return ((ulong)time.Seconds * NanosecondsPerSecond) + (ulong)time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [SuppressGCTransition]
    private static partial int GetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
