using System;
using System.IO;
using System.Threading;

namespace Dynptrs;

/// <summary>A ring buffer of the running kernel that its programs drain, to be written with a <see cref="UserRingBufProducer"/>.</summary>
/// <remarks>
/// Linux only. Opening one takes the rights that the kernel asks for, usually those of root or the capability <c>CAP_BPF</c>.
/// </remarks>
public sealed unsafe class KernelUserRingBuf : IUserRing, IDisposable
{
    private readonly KernelMapping _mapping;

    private KernelUserRingBuf(OpenMap map) => _mapping = new KernelMapping(map, EventPoll.CanWrite, writesData: true);

    /// <summary>The size in bytes.</summary>
    public int Size => _mapping.Size;

    long* IUserRing.ConsumerPosition => _mapping.ConsumerPosition;

    long* IUserRing.ProducerPosition => _mapping.ProducerPosition;

    byte* IUserRing.Data => _mapping.Data;

    /// <summary>Opens a ring buffer by the file descriptor of its map.</summary>
    /// <param name="fileDescriptor">The descriptor. It stays the caller's; a copy is used.</param>
    /// <returns>The ring buffer.</returns>
    /// <exception cref="IOException">It is no map of the type <c>BPF_MAP_TYPE_USER_RINGBUF</c>, or cannot be mapped.</exception>
    /// <exception cref="PlatformNotSupportedException">This is not Linux.</exception>
    public static KernelUserRingBuf FromFileDescriptor(int fileDescriptor) =>
        new(OpenMap.FromFileDescriptor(fileDescriptor, BpfMapInfo.UserRingBuf));

    /// <summary>Opens a ring buffer by the path that its map is pinned to.</summary>
    /// <param name="path">The path in a BPF file system.</param>
    /// <returns>The ring buffer.</returns>
    /// <exception cref="IOException">
    /// There is no map of the type <c>BPF_MAP_TYPE_USER_RINGBUF</c>, or it cannot be opened or mapped.
    /// </exception>
    /// <exception cref="PlatformNotSupportedException">This is not Linux.</exception>
    public static KernelUserRingBuf FromPinnedPath(string path) => new(OpenMap.FromPinnedPath(path, BpfMapInfo.UserRingBuf));

    /// <summary>Closes the map. The kernel keeps it for as long as programs or others use it.</summary>
    /// <remarks>Whoever waits for room, gets an <see cref="ObjectDisposedException"/>.</remarks>
    public void Dispose() => _mapping.Close();

    bool IUserRing.Wait(TimeSpan timeout, CancellationToken cancellationToken) => _mapping.Wait(timeout, cancellationToken);
}
