using System;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>What a file system is asked for through <c>ioctl</c>.</summary>
internal static unsafe partial class FileControl
{
    // _IOWR('f', 134, struct fsverity_digest), as the architectures that .NET runs on encode it.
    private const nuint MeasureVerity = 0xc0046686;

    /// <summary>Asks for the digest that fs-verity has for a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="measured">A <c>struct fsverity_digest</c>, which says how large a digest it has room for.</param>
    /// <returns>Whether the file has one.</returns>
    public static bool TryMeasureVerity(SafeFileHandle file, Span<byte> measured)
    {
        fixed (byte* start = measured)
            return Control(file, MeasureVerity, start) == 0;
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(SafeFileHandle file, nuint request, byte* argument);
}
