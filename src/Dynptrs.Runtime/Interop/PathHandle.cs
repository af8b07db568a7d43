using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>A handle of what a path stands for, which asks for no right to read or write it.</summary>
internal static partial class PathHandle
{
    private const int PathOnly = 0x200000;
    private const int CloseOnExec = 0x80000;

    /// <summary>Follows a path.</summary>
    /// <returns>0, or a negative errno.</returns>
    public static int TryOpen(string path, out SafeFileHandle? handle)
    {
        var descriptor = Open(path, PathOnly | CloseOnExec, 0);
        handle = descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : null;
        return descriptor >= 0 ? 0 : -Marshal.GetLastPInvokeError();
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, int mode);
}
