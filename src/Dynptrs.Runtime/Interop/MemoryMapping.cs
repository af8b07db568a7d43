using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>The system calls that map memory, and make files of memory to be mapped.</summary>
internal static partial class MemoryMapping
{
    public const int ProtRead = 1;
    public const int ProtReadWrite = 3;
    public const int MapShared = 0x01;
    public const int MapFixed = 0x10;

    /// <summary>What <see cref="Map(nint, nuint, int, int, SafeFileHandle, long)"/> answers when it fails.</summary>
    public const nint Failed = -1;

    private const int ProtNone = 0;
    private const int MapPrivate = 0x02;
    private const int MapAnonymous = 0x20;
    private const int MapNoReserve = 0x4000;
    private const int CloseOnExec = 1;
    private const int AdviseRemove = 9;

    /// <summary>Reserves addresses that nothing is behind.</summary>
    public static nint Reserve(nuint length) => Map(0, length, ProtNone, MapPrivate | MapAnonymous | MapNoReserve, -1, 0);

    /// <summary>Makes a file that is in memory only.</summary>
    /// <param name="name">What the system shows for it.</param>
    /// <param name="length">How many zeroes it has.</param>
    /// <returns>The file, or <see langword="null"/>.</returns>
    public static SafeFileHandle? TryCreateFile(string name, long length)
    {
        var descriptor = CreateMemoryFile(name, CloseOnExec);
        if (descriptor < 0)
            return null;
        var file = new SafeFileHandle(descriptor, ownsHandle: true);
        if (Truncate(file, length) == 0)
            return file;
        file.Dispose();
        return null;
    }

    /// <summary>Gives the pages of a mapped file of memory back. Where they are read again, they are zeroes.</summary>
    public static void Remove(nint address, nuint length) => _ = Advise(address, length, AdviseRemove);

    /// <summary>Maps a file.</summary>
    /// <returns>Where, or <see cref="Failed"/>.</returns>
    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial nint Map(nint address, nuint length, int protection, int flags, SafeFileHandle file, long offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    public static partial int Unmap(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, long offset);

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateMemoryFile(string name, int flags);

    [LibraryImport("libc", EntryPoint = "ftruncate")]
    private static partial int Truncate(SafeFileHandle file, long length);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);
}
