using System;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>The digest that fs-verity has for a file, with its algorithm.</summary>
/// <remarks>Follows <c>struct fsverity_digest</c>.</remarks>
internal sealed class FsVerityDigest
{
    /// <summary>How many bytes come before those of the digest: the algorithm and the size, as <see langword="ushort"/>.</summary>
    public const int HeaderSize = 4;

    private const int MaxDigestSize = 64;

    private readonly byte[] _digest;

    public FsVerityDigest(FsVerityAlgorithm algorithm, byte[] digest)
    {
        Algorithm = algorithm;
        _digest = digest;
    }

    public FsVerityAlgorithm Algorithm { get; }

    public ReadOnlySpan<byte> Digest => _digest;

    /// <summary>Asks the kernel for the digest of a file.</summary>
    /// <returns>
    /// The digest, or <see langword="null"/> when the file has none, or the file system or the platform cannot give it one.
    /// </returns>
    public static FsVerityDigest? TryMeasure(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        Span<byte> measured = stackalloc byte[HeaderSize + MaxDigestSize];
        var header = MemoryMarshal.Cast<byte, ushort>(measured[..HeaderSize]);
        header[1] = MaxDigestSize;
        return FileControl.TryMeasureVerity(file, measured)
            ? new FsVerityDigest((FsVerityAlgorithm)header[0], measured.Slice(HeaderSize, header[1]).ToArray())
            : null;
    }

    /// <summary>Writes algorithm, size and digest, and zeroes behind them.</summary>
    /// <param name="destination">Where to: at least <see cref="HeaderSize"/> bytes.</param>
    /// <returns>0, or <c>-EOVERFLOW</c> when the digest does not fit.</returns>
    public int Write(scoped Span<byte> destination)
    {
        if (destination.Length - HeaderSize < _digest.Length)
            return -Errno.EOVERFLOW;
        MemoryMarshal.Write(destination, (ushort)Algorithm);
        MemoryMarshal.Write(destination[sizeof(ushort)..], (ushort)_digest.Length);
        _digest.CopyTo(destination[HeaderSize..]);
        destination[(HeaderSize + _digest.Length)..].Clear();
        return 0;
    }
}
