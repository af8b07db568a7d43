using System;
using System.Collections.Generic;
using System.Security.Cryptography;

namespace Dynptrs;

/// <summary>
/// The tree of hashes that fs-verity builds over the blocks of a file, of which only the block that is being filled is kept on each level:
/// the data on the first, the hashes of a level's blocks on the next.
/// </summary>
internal sealed class MerkleTree
{
    private readonly FsVerityAlgorithm _algorithm;
    private readonly int _blockSize;

    // The salt, filled up with zeroes to what the hash function takes in at a time, comes before each block.
    private readonly byte[] _salt;
    private readonly List<Level> _levels = [];

    public MerkleTree(FsVerityAlgorithm algorithm, int blockSize, ReadOnlySpan<byte> salt)
    {
        _algorithm = algorithm;
        _blockSize = blockSize;
        var unit = algorithm == FsVerityAlgorithm.Sha256 ? 64 : 128;
        _salt = new byte[(salt.Length + unit - 1) / unit * unit];
        salt.CopyTo(_salt);
        _levels.Add(new Level(_salt, blockSize));
    }

    /// <summary>The size of a digest in bytes.</summary>
    public static int DigestSize(FsVerityAlgorithm algorithm) =>
        algorithm == FsVerityAlgorithm.Sha256 ? SHA256.HashSizeInBytes : SHA512.HashSizeInBytes;

    /// <summary>Computes a digest.</summary>
    public static void Hash(FsVerityAlgorithm algorithm, ReadOnlySpan<byte> source, Span<byte> digest) =>
        _ = algorithm == FsVerityAlgorithm.Sha256 ? SHA256.HashData(source, digest) : SHA512.HashData(source, digest);

    /// <summary>Takes in the data that come next.</summary>
    public void Append(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            var room = GetRoom(0);
            var piece = data[..Math.Min(room.Length, data.Length)];
            piece.CopyTo(room);
            _levels[0].Filled += piece.Length;
            data = data[piece.Length..];
        }
    }

    /// <summary>Ends the data, and gives the hash of the one block on the highest level: zeroes when there were no data at all.</summary>
    public void GetRoot(Span<byte> root)
    {
        if (_levels[0].Filled == 0)
            return;
        for (var i = 0; i < _levels.Count - 1; i++)
            Flush(i);
        Hash(_algorithm, _levels[^1].EndBlock(), root);
    }

    private Span<byte> GetRoom(int index)
    {
        // A full block goes up only when something follows it: the last one may be the root.
        if (_levels[index].Filled == _blockSize)
            Flush(index);
        return _levels[index].Room;
    }

    private void Flush(int index)
    {
        if (index == _levels.Count - 1)
            _levels.Add(new Level(_salt, _blockSize));
        Hash(_algorithm, _levels[index].EndBlock(), GetRoom(index + 1));
        _levels[index + 1].Filled += DigestSize(_algorithm);
    }

    private sealed class Level
    {
        private readonly byte[] _block;
        private readonly int _start;

        public Level(byte[] salt, int blockSize)
        {
            _block = new byte[salt.Length + blockSize];
            _start = salt.Length;
            salt.CopyTo(_block, 0);
        }

        public int Filled { get; set; }

        public Span<byte> Room => _block.AsSpan(_start + Filled);

        /// <summary>The block with its salt, filled up with zeroes. The next bytes start another.</summary>
        public ReadOnlySpan<byte> EndBlock()
        {
            Room.Clear();
            Filled = 0;
            return _block;
        }
    }
}
