using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>Waits for files to be ready, as <c>epoll</c> does. The descriptor is closed when nobody can reach it any more.</summary>
/// <remarks>What fails is <see langword="false"/>; <see cref="Marshal.GetLastPInvokeError"/> has the reason.</remarks>
internal sealed partial class EventPoll
{
    /// <summary>There is something to read, <c>EPOLLIN</c>.</summary>
    public const uint CanRead = 1;

    /// <summary>There is room to write, <c>EPOLLOUT</c>.</summary>
    public const uint CanWrite = 4;

    private const int AddOperation = 1;
    private const int CloseOnExec = 0x80000;

    private readonly SafeFileHandle _poll = new(Create(CloseOnExec), ownsHandle: true);

    /// <summary>Adds a file to what is waited for.</summary>
    /// <param name="file">The file.</param>
    /// <param name="events">What to wait for: <see cref="CanRead"/> or <see cref="CanWrite"/>.</param>
    public bool TryAdd(SafeFileHandle file, uint events)
    {
        var wanted = new PollEvent { Events = events };
        return !_poll.IsInvalid && Control(_poll, AddOperation, file, in wanted) == 0;
    }

    /// <summary>Waits until one of the files is ready.</summary>
    /// <param name="milliseconds">How long at the most; -1 for ever.</param>
    /// <returns>Whether one is.</returns>
    public bool Wait(int milliseconds) => Wait(_poll, out _, 1, milliseconds) > 0;

    /// <summary>Makes a file that is ready to be read once it is signalled.</summary>
    public static SafeFileHandle CreateSignal() => new(CreateEvent(0, CloseOnExec), ownsHandle: true);

    /// <summary>Makes the file of <see cref="CreateSignal"/> ready.</summary>
    public static void Signal(SafeFileHandle signal) => _ = Write(signal, 1, sizeof(ulong));

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int Control(SafeFileHandle poll, int operation, SafeFileHandle file, in PollEvent wanted);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static partial int Wait(SafeFileHandle poll, out PollEvent happened, int count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int CreateEvent(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(SafeFileHandle file, in ulong value, nuint length);

    /// <summary>The kernel's <c>struct epoll_event</c>, which is packed on x86-64 only.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 16)]
    private struct PollEvent
    {
        [FieldOffset(0)]
        public uint Events;

        [FieldOffset(4)]
        public ulong Data;
    }
}
