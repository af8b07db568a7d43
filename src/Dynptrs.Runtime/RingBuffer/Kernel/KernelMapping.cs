using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using Microsoft.Win32.SafeHandles;
using static Dynptrs.MemoryMapping;

namespace Dynptrs;

/// <summary>A ring buffer of the kernel, mapped as libbpf maps it. It is unmapped when nobody can reach it any more, not before.</summary>
internal sealed unsafe class KernelMapping
{
    private readonly OpenMap _map;
    private readonly EventPoll _poll;
    private readonly SafeFileHandle _closed;
    private volatile bool _isClosed;
    private readonly nint _consumerPage;
    private readonly nint _producerPages;

    /// <param name="map">The map.</param>
    /// <param name="events">What to wait for: <see cref="EventPoll.CanRead"/> or <see cref="EventPoll.CanWrite"/>.</param>
    /// <param name="writesData">
    /// Whether this side produces, and writes the producer position and the data, or consumes, and writes the consumer position.
    /// </param>
    public KernelMapping(OpenMap map, uint events, bool writesData)
    {
        _map = map;
        Size = (int)map.Info.MaxEntries;
        var page = RingBufArea.PageSize;
        _consumerPage = Map(0, (nuint)page, writesData ? ProtRead : ProtReadWrite, MapShared, map.File, 0);
        _producerPages = _consumerPage == Failed
            ? Failed
            : Map(0, (nuint)(page + (2L * Size)), writesData ? ProtReadWrite : ProtRead, MapShared, map.File, page);
        _poll = new EventPoll();
        _closed = EventPoll.CreateSignal();
        if (_producerPages == Failed || !_poll.TryAdd(map.File, events) || !_poll.TryAdd(_closed, EventPoll.CanRead))
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

    /// <summary>Closes the map: whoever waits for it, would wait for ever.</summary>
    public void Close()
    {
        _isClosed = true;
        EventPoll.Signal(_closed);
        _map.Dispose();
    }

    /// <summary>Waits until the kernel says that there is something to do.</summary>
    /// <exception cref="ObjectDisposedException">The map is closed, before or meanwhile.</exception>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        cancellationToken.ThrowIfCancellationRequested();
        var milliseconds = timeout == Timeout.InfiniteTimeSpan
            ? -1
            : (int)Math.Min(Math.Max(Math.Ceiling(timeout.TotalMilliseconds), 0), int.MaxValue);
        if (!cancellationToken.CanBeCanceled)
        {
            var isWoken = _poll.Wait(milliseconds);
            ThrowIfClosed();
            return isWoken;
        }

        // The wait ends when the token is cancelled: an event that is ready then is added to what it waits for.
        using var cancelled = EventPoll.CreateSignal();
        if (!_poll.TryAdd(cancelled, EventPoll.CanRead))
        {
            throw new IOException(
                $"The ring buffer cannot be waited for: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");
        }

        using var registration = cancellationToken.Register(static signal => EventPoll.Signal((SafeFileHandle)signal!), cancelled);
        var isReady = _poll.Wait(milliseconds);
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfClosed();
        return isReady;
    }

    /// <summary>Refuses what is closed.</summary>
    public void ThrowIfClosed()
    {
        if (_isClosed)
            throw new ObjectDisposedException(null, "The ring buffer is closed, perhaps with the object that it belongs to.");
    }
}
