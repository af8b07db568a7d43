using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>The system calls that the C library has no function for.</summary>
internal static partial class SystemCall
{
    /// <summary>Makes a system call.</summary>
    /// <returns>What the kernel answers, or -1 with the error as <see cref="Marshal.GetLastPInvokeError"/> gives it.</returns>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    public static partial nint Invoke(nint number, nint first, nint second, nint third, nint fourth = 0);

    /// <summary>What a function of the C library answered; where that is negative, the negative errno.</summary>
    public static int Result(nint result) => result >= 0 ? (int)result : -Marshal.GetLastPInvokeError();
}
