using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>The system calls that map memory.</summary>
internal static partial class MemoryMapping
{
    public const int ProtNone = 0;
    public const int ProtRead = 1;
    public const int ProtReadWrite = 3;
    public const int MapShared = 0x01;
    public const int MapPrivate = 0x02;
    public const int MapFixed = 0x10;
    public const int MapAnonymous = 0x20;
    public const int MapNoReserve = 0x4000;

    /// <summary>What <see cref="Map"/> answers when it fails.</summary>
    public const nint Failed = -1;

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial nint Map(nint address, nuint length, int protection, int flags, int file, long offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    public static partial int Unmap(nint address, nuint length);
}
