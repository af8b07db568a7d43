using System;
using System.IO;
using System.Threading;

namespace Dynptrs;

/// <summary>A ring buffer of the running kernel that its programs write, to be read with a <see cref="RingBufReader"/>.</summary>
/// <remarks>
/// Linux only. Opening one takes the rights that the kernel asks for, usually those of root or the capability <c>CAP_BPF</c>.
/// </remarks>
public sealed unsafe class KernelRingBuf : IRecordSource, IDisposable
{
    private readonly KernelMapping _mapping;
    private readonly ReaderGuard _guard = new();

    private KernelRingBuf(OpenMap map) => _mapping = new KernelMapping(map, EventPoll.CanRead, writesData: false);

    /// <summary>The size in bytes.</summary>
    public int Size => _mapping.Size;

    ReaderGuard IRecordSource.Guard
    {
        get
        {
            _mapping.ThrowIfClosed();
            return _guard;
        }
    }

    long IRecordSource.ConsumerPosition => *_mapping.ConsumerPosition;

    /// <summary>Opens a ring buffer by the file descriptor of its map.</summary>
    /// <param name="fileDescriptor">The descriptor. It stays the caller's; a copy is used.</param>
    /// <returns>The ring buffer.</returns>
    /// <exception cref="IOException">It is no map of the type <c>BPF_MAP_TYPE_RINGBUF</c>, or cannot be mapped.</exception>
    /// <exception cref="PlatformNotSupportedException">This is not Linux.</exception>
    public static KernelRingBuf FromFileDescriptor(int fileDescriptor) =>
        new(OpenMap.FromFileDescriptor(fileDescriptor, BpfMapInfo.RingBuf));

    /// <summary>Opens a ring buffer by the path that its map is pinned to.</summary>
    /// <param name="path">The path in a BPF file system.</param>
    /// <returns>The ring buffer.</returns>
    /// <exception cref="IOException">There is no map of the type <c>BPF_MAP_TYPE_RINGBUF</c>, or it cannot be opened or mapped.</exception>
    /// <exception cref="PlatformNotSupportedException">This is not Linux.</exception>
    public static KernelRingBuf FromPinnedPath(string path) => new(OpenMap.FromPinnedPath(path, BpfMapInfo.RingBuf));

    /// <summary>Closes the map. The kernel keeps it for as long as programs or others use it.</summary>
    /// <remarks>Whoever waits for a record, gets an <see cref="ObjectDisposedException"/>.</remarks>
    public void Dispose() => _mapping.Close();

    bool IRecordSource.TryPeek(scoped ref long position, out ReadOnlySpan<byte> record, out long next)
    {
        var end = Volatile.Read(ref *_mapping.ProducerPosition);
        while (position < end)
        {
            // Acquire: the bytes are there when the header says that they are.
            var header = _mapping.Data + (position & (Size - 1));
            var word = Volatile.Read(ref *(uint*)header);
            if (RecordHeader.IsBusy(word))
                break;
            next = position + RecordHeader.Footprint((uint)RecordHeader.Length(word));
            if (next - position > Size || next > end)
                throw RingBufStorage.Corrupted(position, word);
            if (!RecordHeader.IsDiscarded(word))
            {
                record = new ReadOnlySpan<byte>(header + RecordHeader.Size, RecordHeader.Length(word));
                return true;
            }

            position = next;
        }

        record = default;
        next = position;
        return false;
    }

    bool IRecordSource.IsLookedAtAgain => true;

    void IRecordSource.Advance(long position) => Volatile.Write(ref *_mapping.ConsumerPosition, position);

    bool IRecordSource.Wait(TimeSpan timeout, CancellationToken cancellationToken) => _mapping.Wait(timeout, cancellationToken);
}
