using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>An open file, as programs meet it: in their context, or as the executable of a task.</summary>
/// <remarks>
/// Follows <c>struct file</c>. What a program acquired (<see cref="KernelTask.GetExecutable"/>) it gives back with <see cref="Put"/>; what
/// the host opened, the host disposes of.
/// </remarks>
[KernelObject("struct file")]
public sealed partial class KernelFile : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly bool _ownsHandle;
    private KernelDentry? _dentry;
    private FsVerityDigest? _verity;

    // References that programs hold, and dynptrs that were not discarded.
    private int _references;
    private int _readers;

    /// <summary>Opens a file for reading, as the host, to hand it to programs.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="IOException">The file cannot be opened, or does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a directory.</exception>
    public KernelFile(string path)
        : this(Open(path), ownsHandle: true)
    {
    }

    /// <summary>Hands an open file to programs.</summary>
    /// <param name="handle">The file, open for reading. It stays the caller's, who closes it.</param>
    /// <exception cref="ArgumentException">The handle is closed or invalid.</exception>
    public KernelFile(SafeFileHandle handle)
        : this(handle, ownsHandle: false)
    {
    }

    private KernelFile(SafeFileHandle handle, bool ownsHandle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        if (handle.IsInvalid || handle.IsClosed)
            throw new ArgumentException("The handle is closed or invalid. Pass one of a file that is open for reading.", nameof(handle));
        _handle = handle;
        _ownsHandle = ownsHandle;
    }

    /// <summary>The name in a directory that the file was opened by.</summary>
    [KernelField]
    public KernelDentry Dentry => _dentry ??= new KernelDentry(_handle);

    /// <summary>Makes a dynptr over the contents of the file, which are read when the dynptr is.</summary>
    /// <param name="flags">Must be 0.</param>
    /// <param name="ptr">
    /// The dynptr, always read-only; null when the call fails. It must be discarded all the same, and before the file is given back.
    /// </param>
    /// <returns>0; <c>-EINVAL</c> for flags.</returns>
    /// <remarks>
    /// <para>
    /// The view starts with a size of 2^64 - 1, whatever the file has: a read beyond its end answers <c>-EIO</c>, and a slice there is
    /// null. The kernel answers so in a program that may sleep; in any other it reads what is in the page cache and answers <c>-EFAULT</c>
    /// for the rest. Here every program waits for the bytes. What else the operating system answers to a read is passed on, and the
    /// destination may hold a part after any of them.
    /// </para>
    /// <para>
    /// Clones share one view: adjusting one adjusts all. Nothing of the file is kept in memory, so that each read gives what the file holds
    /// then.
    /// </para>
    /// </remarks>
    /// <exception cref="DynptrException">The file was given back or disposed of.</exception>
    [Trusted]
    [BpfHelper("bpf_dynptr_from_file", Since = "6.19", GplOnly = true,
        Summary = "Makes a dynptr over the contents of a file, to be discarded before the file is given back.")]
    public int ToDynptr([InRange(0, 0)] uint flags, [Acquires("file"), DependsOn("this")] out Dynptr ptr)
    {
        CheckOpen();
        if (flags != 0)
        {
            ptr = Dynptr.Null(DynptrKind.File);
            return -Errno.EINVAL;
        }

        Interlocked.Increment(ref _readers);
        ptr = Dynptr.OfFile(new FileMemory(this));
        return 0;
    }

    /// <summary>
    /// Makes a dynptr over the contents of the file, which are read when the dynptr is. See <see cref="ToDynptr(uint, out Dynptr)"/>.
    /// </summary>
    /// <param name="ptr">The dynptr, always read-only. It must be discarded, and before the file is given back.</param>
    /// <returns>0.</returns>
    /// <exception cref="DynptrException">The file was given back or disposed of.</exception>
    [Trusted]
    [BpfHelper("bpf_dynptr_from_file", Arguments = ["this", "0", "ptr"], Since = "6.19", GplOnly = true, HasStub = false)]
    public int ToDynptr([Acquires("file"), DependsOn("this")] out Dynptr ptr) => ToDynptr(0, out ptr);

    /// <summary>Reads an extended attribute of the file.</summary>
    /// <param name="name">The name, which starts with <c>user.</c> or <c>security.bpf.</c>.</param>
    /// <param name="value">Where to; a size of 0 asks for the length only. Bytes behind the value stay as they were.</param>
    /// <returns>As <see cref="KernelDentry.GetXattr"/>; <c>-EOPNOTSUPP</c> on any system but Linux.</returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released; or the file was given back or disposed of.</exception>
    [Trusted]
    [BpfHelper("bpf_get_file_xattr", Since = "6.8", GplOnly = true, LinuxOnly = true, Sleepable = true, ProgramTypes = ["LSM"],
        Summary = "Reads an extended attribute of a file.")]
    public int GetXattr([ConstantString] scoped ReadOnlySpan<byte> name, [Writes] scoped in Dynptr value) =>
        Dentry.GetXattr(name, in value);

    /// <summary>
    /// Computes the fs-verity digest of the file as it is now, for <see cref="GetFsVerityDigest"/> to give to programs. The host does that
    /// for a file whose file system keeps none, as <c>fsverity enable</c> does where it does. Unlike that, it does not keep the file from
    /// being changed.
    /// </summary>
    /// <param name="algorithm">The hash algorithm.</param>
    /// <param name="blockSize">The size of the blocks that are hashed, in bytes: a power of two from 1,024 to 65,536.</param>
    /// <param name="salt">What comes before each block, up to <see cref="FsVerity.MaxSaltLength"/> bytes; empty for none.</param>
    /// <exception cref="ArgumentException">fs-verity does not accept an argument.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="DynptrException">The file was given back or disposed of.</exception>
    public void EnableFsVerity(
        FsVerityAlgorithm algorithm = FsVerityAlgorithm.Sha256,
        int blockSize = FsVerity.DefaultBlockSize,
        ReadOnlySpan<byte> salt = default)
    {
        CheckOpen();
        _verity = new FsVerityDigest(algorithm, FsVerity.ComputeDigest(_handle, algorithm, blockSize, salt));
    }

    /// <summary>
    /// Gives the fs-verity digest of the file: the one that the kernel keeps, else the one of <see cref="EnableFsVerity"/>.
    /// </summary>
    /// <param name="digest">
    /// Where to: the number of the algorithm and the size of the digest as <see langword="ushort"/>, the digest, and zeroes to the end of
    /// the view (<c>struct fsverity_digest</c>).
    /// </param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for a dynptr that is null, has fewer than 4 bytes, is read-only or not in one piece, or whose memory starts at an
    /// odd address; <c>-ENODATA</c> for a file without fs-verity; <c>-EOVERFLOW</c> when the digest does not fit.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released; or the file was given back or disposed of.</exception>
    [Trusted]
    [BpfHelper("bpf_get_fsverity_digest", Since = "6.8", GplOnly = true, ProgramTypes = ["LSM"],
        Summary = "Gives the fs-verity digest of a file.")]
    public int GetFsVerityDigest([Writes] scoped in Dynptr digest)
    {
        if (!digest.TryReachAllForWriting(out var bytes) || bytes.Length < FsVerityDigest.HeaderSize || !IsAligned(bytes))
            return -Errno.EINVAL;
        CheckOpen();
        return (FsVerityDigest.TryMeasure(_handle) ?? _verity)?.Write(bytes) ?? -Errno.ENODATA;
    }

    /// <summary>Gives back a file that a program acquired. With the last reference the file is closed.</summary>
    /// <exception cref="DynptrException">No program holds a reference to the file, or a dynptr made from it was not discarded.</exception>
    [Trusted]
    [Releases("struct file")]
    [BpfHelper("bpf_put_file", Since = "6.12", GplOnly = true, ProgramTypes = ["LSM"], Summary = "Gives a file back.")]
    public void Put()
    {
        if (Volatile.Read(ref _references) == 1 && Volatile.Read(ref _readers) > 0)
            Throw.FileInUse();
        var left = Interlocked.Decrement(ref _references);
        if (left < 0)
        {
            Interlocked.Increment(ref _references);
            Throw.FileNotHeld();
        }

        if (left == 0)
            Dispose();
    }

    /// <summary>Closes the file, unless the host passed its handle. Its dynptrs cannot be read any more.</summary>
    public void Dispose()
    {
        if (_ownsHandle)
            _handle.Dispose();
    }

    /// <summary>Opens a file as a program that gets a reference to it.</summary>
    /// <returns>The file, or <see langword="null"/> when there is none, or none that this process may read.</returns>
    internal static KernelFile? TryAcquire(string? path)
    {
        if (string.IsNullOrEmpty(path))
            return null;
        try
        {
            return new KernelFile(path) { _references = 1 };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Copies bytes of the file.</summary>
    /// <returns>0; <c>-EIO</c> when the file ends before; or what the operating system answers.</returns>
    internal int Read(ulong offset, scoped Span<byte> destination)
    {
        CheckOpen();
        if (destination.IsEmpty)
            return 0;

        // No file is that long.
        if (offset > long.MaxValue - (ulong)destination.Length)
            return -Errno.EIO;
        try
        {
            for (var done = 0; done < destination.Length;)
            {
                var count = RandomAccess.Read(_handle, destination[done..], (long)offset + done);
                if (count == 0)
                    return -Errno.EIO;
                done += count;
            }
        }
        catch (UnauthorizedAccessException)
        {
            return -Errno.EACCES;
        }
        catch (IOException e)
        {
            // On Unix that is the errno where .NET has no exception of its own for it.
            return e.HResult is > 0 and < 4096 ? -e.HResult : -Errno.EIO;
        }

        return 0;
    }

    /// <summary>Forgets a dynptr that was discarded.</summary>
    internal void EndReader() => Interlocked.Decrement(ref _readers);

    private static unsafe bool IsAligned(Span<byte> bytes) =>
        (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes)) % sizeof(ushort) == 0;

    private static SafeFileHandle Open(string path) => File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);

    private void CheckOpen()
    {
        if (_handle.IsClosed)
            Throw.FileClosed();
    }
}
