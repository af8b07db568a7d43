using System;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>The memory of a process, read so that an address that leads nowhere is an answer and not a fault.</summary>
internal static unsafe partial class ProcessMemory
{
    /// <summary>Copies bytes out of the memory of a process.</summary>
    /// <param name="processId">The process, or one of its threads.</param>
    /// <param name="address">Where from.</param>
    /// <param name="destination">Where to, and how many bytes.</param>
    /// <param name="done">How many bytes were copied, all of them or those before the first that cannot be read.</param>
    /// <returns>
    /// 0; <c>-EFAULT</c> when not all bytes can be read or there is no such process; what the operating system answers where it does not
    /// let this process read the other; <c>-EOPNOTSUPP</c> on any system but Linux.
    /// </returns>
    public static int Read(int processId, nuint address, scoped Span<byte> destination, out int done)
    {
        done = 0;
        if (!OperatingSystem.IsLinux())
            return -Errno.EOPNOTSUPP;
        fixed (byte* start = destination)
        {
            while (done < destination.Length)
            {
                var local = new IoVector(start + done, (nuint)(destination.Length - done));
                var remote = new IoVector((void*)(address + (nuint)done), local.Length);
                var count = ReadVectors(processId, &local, 1, &remote, 1, 0);
                if (count < 0)
                {
                    // A task that is gone has no memory, as far as the kernel's helpers know.
                    var error = Marshal.GetLastPInvokeError();
                    return error == Errno.ESRCH ? -Errno.EFAULT : -error;
                }

                if (count == 0)
                    return -Errno.EFAULT;
                done += (int)count;
            }
        }

        return 0;
    }

    [LibraryImport("libc", EntryPoint = "process_vm_readv", SetLastError = true)]
    private static partial nint ReadVectors(
        int processId,
        IoVector* local,
        nuint localCount,
        IoVector* remote,
        nuint remoteCount,
        nuint flags);

    private readonly struct IoVector(void* start, nuint length)
    {
        public readonly void* Start = start;
        public readonly nuint Length = length;
    }
}
