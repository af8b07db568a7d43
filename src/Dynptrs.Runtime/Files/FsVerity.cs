using System;
using System.Buffers.Binary;
using System.IO;
using System.Numerics;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>Computes what fs-verity computes, of any file: its digest stands for all of the contents.</summary>
/// <remarks>
/// Follows the kernel's Merkle tree and its <c>struct fsverity_descriptor</c>, so that the digest is that of <c>fsverity digest</c> for the
/// same arguments, and that which the kernel measures once the file is enabled with them.
/// </remarks>
public static class FsVerity
{
    /// <summary>The block size that <c>fsverity</c> takes when it is told none, in bytes.</summary>
    public const int DefaultBlockSize = 4096;

    /// <summary>The longest salt in bytes.</summary>
    public const int MaxSaltLength = 32;

    private const int MinBlockSize = 1024;
    private const int MaxBlockSize = 65536;
    private const int DescriptorSize = 256;

    /// <summary>Computes the digest of a file.</summary>
    /// <param name="file">The file, open for reading. It is read from its start to its end.</param>
    /// <param name="algorithm">The hash algorithm.</param>
    /// <param name="blockSize">The size of the blocks that are hashed, in bytes: a power of two from 1,024 to 65,536.</param>
    /// <param name="salt">What comes before each block, up to <see cref="MaxSaltLength"/> bytes; empty for none.</param>
    /// <returns>The digest: 32 bytes of SHA-256, or 64 of SHA-512.</returns>
    /// <exception cref="ArgumentException">fs-verity does not accept an argument.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static byte[] ComputeDigest(
        SafeFileHandle file,
        FsVerityAlgorithm algorithm = FsVerityAlgorithm.Sha256,
        int blockSize = DefaultBlockSize,
        ReadOnlySpan<byte> salt = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!Enum.IsDefined(algorithm))
        {
            throw new ArgumentException(
                $"fs-verity has no hash algorithm {algorithm}. Use {nameof(FsVerityAlgorithm.Sha256)} or {nameof(FsVerityAlgorithm.Sha512)}.",
                nameof(algorithm));
        }

        if (blockSize is < MinBlockSize or > MaxBlockSize || !BitOperations.IsPow2(blockSize))
        {
            throw new ArgumentException(
                $"The size of a block must be a power of two from {MinBlockSize} to {MaxBlockSize} bytes, but is {blockSize}.",
                nameof(blockSize));
        }

        if (salt.Length > MaxSaltLength)
            throw new ArgumentException($"The salt may have {MaxSaltLength} bytes, but has {salt.Length}.", nameof(salt));

        var tree = new MerkleTree(algorithm, blockSize, salt);
        var buffer = new byte[MaxBlockSize];
        long size = 0;
        for (int count; (count = RandomAccess.Read(file, buffer, size)) > 0; size += count)
            tree.Append(buffer.AsSpan(0, count));

        Span<byte> descriptor = stackalloc byte[DescriptorSize];
        descriptor.Clear();
        descriptor[0] = 1;
        descriptor[1] = (byte)algorithm;
        descriptor[2] = (byte)BitOperations.Log2((uint)blockSize);
        descriptor[3] = (byte)salt.Length;
        BinaryPrimitives.WriteInt64LittleEndian(descriptor[8..], size);
        tree.GetRoot(descriptor.Slice(16, 64));
        salt.CopyTo(descriptor[80..]);

        var digest = new byte[MerkleTree.DigestSize(algorithm)];
        MerkleTree.Hash(algorithm, descriptor, digest);
        return digest;
    }
}
