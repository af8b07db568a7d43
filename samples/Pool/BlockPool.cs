using System;
using System.Collections.Concurrent;
using System.Linq;
using Dynptrs;

namespace Pooling;

/// <summary>
/// Lends blocks of memory. Its callers are held to its contracts: what is taken is given back on every path, and not used afterwards.
/// </summary>
public static partial class BlockPool
{
    private const int BlockSize = 4096;
    private const int MaxBlocks = 2;

    private static readonly ConcurrentBag<byte[]> Free = [.. Enumerable.Range(0, MaxBlocks).Select(_ => new byte[BlockSize])];

    /// <summary>Takes a block.</summary>
    /// <param name="size">How many of its bytes are wanted, 1 to 4096.</param>
    /// <param name="flags">Must be 0.</param>
    /// <param name="lease">The lease; to be given back even where none was to be had.</param>
    /// <returns>0; <c>-E2BIG</c> for a size that no block has; <c>-EINVAL</c> for flags; <c>-ENOMEM</c> when all blocks are lent.</returns>
    [BpfHelper("block_pool_take")]
    public static partial int Take(
        [InRange(1, BlockSize, Error = Errno.E2BIG)] int size,
        [InRange(0, 0)] ulong flags,
        [Acquires("block")] out Lease lease);

    /// <summary>Gives a block back.</summary>
    /// <param name="lease">The lease.</param>
    [BpfHelper("block_pool_give_back")]
    public static partial void GiveBack([Releases("block")] ref Lease lease);

    /// <summary>Reaches the bytes of a block.</summary>
    /// <param name="lease">The lease.</param>
    /// <returns>The bytes, or null where the lease is of nothing.</returns>
    [BpfHelper("block_pool_bytes")]
    [return: SliceOf(nameof(lease)), MayBeNull]
    public static partial Bytes BytesOf([Borrowed] in Lease lease);

    private static int TakeCore(int size, ulong flags, out Lease lease)
    {
        lease = default;
        if (!Free.TryTake(out var block))
            return -Errno.ENOMEM;
        lease = new Lease { Block = block, Size = size };
        return 0;
    }

    private static void GiveBackCore(ref Lease lease)
    {
        if (lease.Block is { } block)
            Free.Add(block);
        lease = default;
    }

    private static Bytes BytesOfCore(in Lease lease) => lease.Block is { } block ? new Bytes(block.AsSpan(0, lease.Size)) : default;
}
