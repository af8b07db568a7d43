using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs.Kernel.Interop;

/// <summary>The functions of the C library that are used.</summary>
internal static unsafe partial class LibC
{
    public const int ProtRead = 1;
    public const int ProtReadWrite = 3;
    public const int MapShared = 1;
    public const nint Failed = -1;

    private const int CloseOnExec = 0x80000;

    [LibraryImport("libc", EntryPoint = "vasprintf")]
    public static partial int Format(byte** text, byte* format, nint arguments);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    public static partial int Unmap(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    public static partial nint SystemCall(nint number, nint command, void* arguments, nint size);

    /// <summary>Opens a folder.</summary>
    public static SafeFileHandle OpenFolder(string path) => new(Open(path, CloseOnExec, 0), ownsHandle: true);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, int mode);
}
