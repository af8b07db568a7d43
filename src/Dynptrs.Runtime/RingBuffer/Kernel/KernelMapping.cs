using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using Microsoft.Win32.SafeHandles;
using static Dynptrs.MemoryMapping;

namespace Dynptrs;

/// <summary>A ring buffer of the kernel, mapped as libbpf maps it. It is unmapped when nobody can reach it any more, not before.</summary>
internal sealed unsafe partial class KernelMapping
{
    private const int EventAdd = 1;
    private const int EventFileCloseOnExec = 0x80000;

    private readonly BpfMap _map;
    private readonly SafeFileHandle _poll;
    private readonly nint _consumerPage;
    private readonly nint _producerPages;

    /// <param name="map">The map.</param>
    /// <param name="events">What to wait for: <c>EPOLLIN</c> or <c>EPOLLOUT</c>.</param>
    /// <param name="writesData">Whether this side produces, and writes the producer position and the data, or consumes, and writes the consumer position.</param>
    public KernelMapping(BpfMap map, uint events, bool writesData)
    {
        _map = map;
        Size = (int)map.Info.MaxEntries;
        int file = (int)map.File.DangerousGetHandle();
        int page = RingBufArea.PageSize;
        _consumerPage = Map(0, (nuint)page, writesData ? ProtRead : ProtReadWrite, MapShared, file, 0);
        _producerPages = _consumerPage == Failed ? Failed : Map(0, (nuint)(page + (2L * Size)), writesData ? ProtReadWrite : ProtRead, MapShared, file, page);
        _poll = new SafeFileHandle(CreatePoll(EventFileCloseOnExec), ownsHandle: true);
        var wanted = new PollEvent { Events = events };
        if (_producerPages == Failed || _poll.IsInvalid || ControlPoll((int)_poll.DangerousGetHandle(), EventAdd, file, in wanted) != 0)
            throw new IOException($"The ring buffer cannot be mapped: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");
    }

    ~KernelMapping()
    {
        if (_consumerPage is not (0 or Failed))
            _ = Unmap(_consumerPage, (nuint)RingBufArea.PageSize);
        if (_producerPages is not (0 or Failed))
            _ = Unmap(_producerPages, (nuint)(RingBufArea.PageSize + (2L * Size)));
    }

    public int Size { get; }

    public long* ConsumerPosition => (long*)_consumerPage;

    public long* ProducerPosition => (long*)_producerPages;

    public byte* Data => (byte*)_producerPages + RingBufArea.PageSize;

    /// <summary>Waits until the kernel says that there is something to do.</summary>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int milliseconds = timeout == Timeout.InfiniteTimeSpan ? -1 : (int)Math.Min(Math.Max(Math.Ceiling(timeout.TotalMilliseconds), 0), int.MaxValue);
        int poll = (int)_poll.DangerousGetHandle();
        if (!cancellationToken.CanBeCanceled)
            return WaitPoll(poll, out _, 1, milliseconds) > 0;

        // The wait ends when the token is cancelled: an event that is ready then is added to what it waits for.
        using var cancelled = new SafeFileHandle(CreateEvent(0, EventFileCloseOnExec), ownsHandle: true);
        var wanted = new PollEvent { Events = PollIn, Data = 1 };
        if (ControlPoll(poll, EventAdd, (int)cancelled.DangerousGetHandle(), in wanted) != 0)
            throw new IOException($"The ring buffer cannot be waited for: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");
        using CancellationTokenRegistration registration = cancellationToken.Register(
            static file => Write((int)((SafeFileHandle)file!).DangerousGetHandle(), 1, sizeof(ulong)), cancelled);
        bool isReady = WaitPoll(poll, out _, 1, milliseconds) > 0;
        cancellationToken.ThrowIfCancellationRequested();
        return isReady;
    }

    /// <summary>What there is to read is ready, <c>EPOLLIN</c>.</summary>
    public const uint PollIn = 1;

    /// <summary>There is room to write, <c>EPOLLOUT</c>.</summary>
    public const uint PollOut = 4;

    private static void Write(int file, ulong value, nuint length) => _ = Write(file, in value, length);

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    private static partial int CreatePoll(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    private static partial int ControlPoll(int poll, int operation, int file, in PollEvent wanted);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    private static partial int WaitPoll(int poll, out PollEvent happened, int count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int CreateEvent(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int file, in ulong value, nuint length);

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
