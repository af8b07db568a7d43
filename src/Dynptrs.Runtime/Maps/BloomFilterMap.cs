using System;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs;

/// <summary>
/// A set of values that may say that it has one which was never added, and never that it has not one which was. Nothing is removed. Safe to
/// use from several threads.
/// </summary>
/// <typeparam name="TValue">The type of the values, which are compared byte by byte.</typeparam>
/// <remarks>
/// Follows <c>BPF_MAP_TYPE_BLOOM_FILTER</c>, since Linux 5.16, with 5 hash functions and as many bits as the kernel takes. Which values are
/// mistaken depends on a random number there as here, so the two are not mistaken about the same.
/// </remarks>
[KernelMap("BLOOM_FILTER", HasKeys = false, ExceptSleepable = true)]
public sealed class BloomFilterMap<TValue> : BpfMap
    where TValue : unmanaged
{
    private const int HashFunctions = 5;
    private const int BitsPerWord = 64;

    private readonly ulong[] _bits;

    /// <summary>Creates an empty set.</summary>
    /// <param name="maxEntries">
    /// The number of values for which it is made, the kernel's <c>max_entries</c>. More may be added, and make mistakes more likely.
    /// </param>
    /// <param name="flags"><see cref="MapFlags.BPF_F_ZERO_SEED"/>, which changes nothing here.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive, or takes more than 2^31 bits: more than 306,783,377.</exception>
    /// <exception cref="ArgumentException">There are other flags.</exception>
    public BloomFilterMap([Capacity] int maxEntries, [CreationFlags] MapFlags flags = MapFlags.None)
        : base(maxEntries, flags, MapFlags.BPF_F_ZERO_SEED)
    {
        // The fewest mistakes are made by n * k / ln 2 bits, where 7 / 5 stands for 1 / ln 2.
        var bits = (long)maxEntries * HashFunctions / 5 * 7;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 1L << 31, nameof(maxEntries));
        _bits = new ulong[Math.Max((int)(BitOperations.RoundUpToPowerOf2((uint)bits) / BitsPerWord), 1)];
    }

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="flags">Must be <see cref="BpfConstants.BPF_ANY"/>.</param>
    /// <returns>0; <c>-EINVAL</c> for flags.</returns>
    [BpfHelper("bpf_map_push_elem", Id = 87, TakesPacketMemory = true, Since = "4.20", Summary = "Adds an element to a map without keys.")]
    public int Push(scoped in TValue value, ulong flags = BpfConstants.BPF_ANY)
    {
        if (flags != BpfConstants.BPF_ANY)
            return -Errno.EINVAL;
        for (var function = 0; function < HashFunctions; function++)
        {
            var bit = Hash(in value, function);
            Interlocked.Or(ref _bits[bit / BitsPerWord], 1ul << (int)(bit % BitsPerWord));
        }

        return 0;
    }

    /// <summary>Asks whether a value may have been added.</summary>
    /// <param name="value">The value.</param>
    /// <returns>0 when it may have been added; <c>-ENOENT</c> when it was not.</returns>
    [BpfHelper("bpf_map_peek_elem", Id = 89, Since = "4.20", Summary = "Asks whether a value may be in a bloom filter.")]
    public int Peek(scoped in TValue value)
    {
        for (var function = 0; function < HashFunctions; function++)
        {
            var bit = Hash(in value, function);
            if ((Volatile.Read(ref _bits[bit / BitsPerWord]) & (1ul << (int)(bit % BitsPerWord))) == 0)
                return -Errno.ENOENT;
        }

        return 0;
    }

    private ulong Hash(ref readonly TValue value, int function)
    {
        var hash = new HashCode();
        hash.Add(function);
        hash.AddBytes(MemoryMarshal.AsBytes(new ReadOnlySpan<TValue>(in value)));
        return (uint)hash.ToHashCode() & (((ulong)_bits.Length * BitsPerWord) - 1);
    }
}
