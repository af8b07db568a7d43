using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>A handle that stands for one task, whoever is given its id later: <c>pidfd_open</c>.</summary>
internal static class TaskHandle
{
    // These system calls have the same number on every architecture.
    private const nint PidfdSendSignal = 424;
    private const nint PidfdOpen = 434;
    private const nint ForThread = 0x80;

    /// <summary>Opens a handle.</summary>
    /// <param name="id">The id of the task.</param>
    /// <param name="isThere">Whether there is such a task, which there may be without a handle, on an older kernel.</param>
    /// <returns>The handle, or <see langword="null"/>.</returns>
    public static SafeFileHandle? TryOpen(int id, out bool isThere)
    {
        var descriptor = SystemCall.Invoke(PidfdOpen, id, 0, 0);
        if (descriptor < 0 && Marshal.GetLastPInvokeError() != Errno.ESRCH)
            descriptor = SystemCall.Invoke(PidfdOpen, id, ForThread, 0);
        isThere = descriptor >= 0 || Marshal.GetLastPInvokeError() != Errno.ESRCH;
        return descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : null;
    }

    /// <summary>Whether the task has not ended, or was not waited for yet: its id belongs to it.</summary>
    public static bool IsThere(SafeFileHandle handle)
    {
        using var held = new HeldDescriptor(handle);
        return SystemCall.Invoke(PidfdSendSignal, held.Value, 0, 0) == 0 || Marshal.GetLastPInvokeError() != Errno.ESRCH;
    }
}
