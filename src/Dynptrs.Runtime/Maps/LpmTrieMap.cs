using System;
using System.Collections;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs;

/// <summary>
/// A map from prefixes to values, which finds the longest prefix that fits, as a routing table does. Safe to use from several threads.
/// </summary>
/// <typeparam name="TKey">
/// The type of the keys, of 5 to 260 bytes. The first four are the length of the prefix in bits, a <see cref="uint"/>; behind them stand the
/// bits, the first in the highest bit of the first byte, as addresses of the network do.
/// </typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <remarks>
/// Follows <c>BPF_MAP_TYPE_LPM_TRIE</c>, since Linux 4.11, and looks at the flags of an update as Linux does since 6.13. Lookups take no lock.
/// Who looked up a value goes on to see it after its prefix was deleted or updated.
/// </remarks>
[KernelMap("LPM_TRIE", Flags = MapFlags.BPF_F_NO_PREALLOC)]
public sealed class LpmTrieMap<TKey, TValue> : BpfMap, IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : unmanaged
    where TValue : unmanaged
{
    private const int MaxDataSize = 256;

    private readonly uint _maxPrefixLength;
    private readonly Lock _lock = new();
    private LpmTrieNode<TKey, TValue>? _root;
    private int _count;

    /// <summary>Creates an empty map.</summary>
    /// <param name="maxEntries">The largest number of prefixes, the kernel's <c>max_entries</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    /// <exception cref="ArgumentException">The keys have fewer than 5 bytes or more than 260.</exception>
    public LpmTrieMap([Capacity] int maxEntries)
        : base(maxEntries, MapFlags.BPF_F_NO_PREALLOC, MapFlags.BPF_F_NO_PREALLOC)
    {
        var size = Unsafe.SizeOf<TKey>() - LpmTrieNode<TKey, TValue>.DataOffset;
        if (size is < 1 or > MaxDataSize)
        {
            throw new ArgumentException(
                $"The keys have {Unsafe.SizeOf<TKey>()} bytes, and must have 5 to 260: four for the length of the prefix, the rest for its bits.");
        }

        _maxPrefixLength = (uint)size * 8;
    }

    /// <summary>The number of prefixes, for the host.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Copies the value of the longest prefix that fits, for the host.</summary>
    /// <param name="key">The length up to which a prefix must fit, and the bits.</param>
    /// <param name="value">The value, or zeroes.</param>
    /// <returns>Whether a prefix fits.</returns>
    public bool TryGet(TKey key, out TValue value)
    {
        var node = Find(in key);
        value = node is null ? default : node.Value;
        return node is not null;
    }

    /// <summary>Copies the elements, longer prefixes before those that they begin with.</summary>
    /// <returns>The prefixes and the values.</returns>
    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
    {
        var entries = new List<KeyValuePair<TKey, TValue>>();
        lock (_lock)
            Collect(_root, entries);
        return entries.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Finds the value of the longest prefix that fits.</summary>
    /// <param name="key">The length up to which a prefix must fit, and the bits.</param>
    /// <returns>The value inside the map; null when no prefix fits, or the length is larger than the number of bits.</returns>
    [BpfHelper("bpf_map_lookup_elem", Id = 1, TakesPacketMemory = true, Since = "3.18", Summary = "Finds the value of a key in a map, or null.")]
    [return: MayBeNull]
    public MapValue<TValue> Lookup(scoped in TKey key) => Find(in key) is { } node ? new MapValue<TValue>(ref node.Value) : default;

    /// <summary>Stores the value of a prefix.</summary>
    /// <param name="key">The length of the prefix, and its bits.</param>
    /// <param name="value">The value.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_ANY"/>, <see cref="BpfConstants.BPF_NOEXIST"/> or <see cref="BpfConstants.BPF_EXIST"/>.
    /// </param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for other flags, and for a length that is larger than the number of bits; <c>-EEXIST</c> when the prefix is there
    /// but must not be; <c>-ENOENT</c> when it is not there but must be; <c>-ENOSPC</c> when it is new and the map is full.
    /// </returns>
    /// <remarks>The kernel's <c>-ENOMEM</c> and <c>-EBUSY</c> do not occur.</remarks>
    [BpfHelper("bpf_map_update_elem", Id = 2, TakesPacketMemory = true, Since = "3.18", Summary = "Stores the value of a key in a map.")]
    public int Update(scoped in TKey key, scoped in TValue value, [FlagsOf(typeof(MapUpdateFlags))] ulong flags = BpfConstants.BPF_ANY)
    {
        var length = LengthOf(in key);
        if (flags > BpfConstants.BPF_EXIST || length > _maxPrefixLength)
            return -Errno.EINVAL;
        lock (_lock)
        {
            var data = LpmTrieNode<TKey, TValue>.DataOf(in key);
            ref var slot = ref Walk(ref _root, data, length, out var common, out _, out _);
            var node = slot;
            var isThere = node is { IsFork: false } && node.PrefixLength == common && common == length;
            if (isThere && flags == BpfConstants.BPF_NOEXIST)
                return -Errno.EEXIST;
            if (!isThere && flags == BpfConstants.BPF_EXIST)
                return -Errno.ENOENT;
            if (!isThere && _count == MaxEntries)
                return -Errno.ENOSPC;
            var added = new LpmTrieNode<TKey, TValue>(in key, length) { Value = value };
            if (node is not null)
                Place(ref added, node, data, common, in key);
            if (!isThere)
                _count++;
            Volatile.Write(ref slot, added);
            return 0;
        }
    }

    /// <summary>Removes a prefix.</summary>
    /// <param name="key">The length of the prefix, and its bits.</param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for a length that is larger than the number of bits; <c>-ENOENT</c> when the prefix is not there.
    /// </returns>
    [BpfHelper("bpf_map_delete_elem", Id = 3, TakesPacketMemory = true, Since = "3.19", Summary = "Removes a key from a map.")]
    public int Delete(scoped in TKey key)
    {
        var length = LengthOf(in key);
        if (length > _maxPrefixLength)
            return -Errno.EINVAL;
        lock (_lock)
        {
            var data = LpmTrieNode<TKey, TValue>.DataOf(in key);
            ref var slot = ref Walk(ref _root, data, length, out var common, out var parent, out var grandparent);
            if (slot is not { IsFork: false } node || node.PrefixLength != length || common != length)
                return -Errno.ENOENT;
            _count--;
            if (node.Zero is not null && node.One is not null)
                node.IsFork = true;
            else if (parent is { IsFork: true } && node.Zero is null && node.One is null)
                Volatile.Write(ref SlotOf(grandparent, parent), parent.Zero == node ? parent.One : parent.Zero);
            else
                Volatile.Write(ref slot, node.Zero ?? node.One);
            return 0;
        }
    }

    /// <summary>Puts a node in the place of another: instead of it, above it, or beside it, below a fork that takes the place.</summary>
    private void Place(ref LpmTrieNode<TKey, TValue> added, LpmTrieNode<TKey, TValue> node, ReadOnlySpan<byte> data, uint common, in TKey key)
    {
        if (node.PrefixLength == common)
        {
            added[false] = node.Zero;
            added[true] = node.One;
        }
        else if (added.PrefixLength == common)
        {
            added[LpmTrieNode<TKey, TValue>.BitOf(node.Data, common)] = node;
        }
        else
        {
            var isOne = LpmTrieNode<TKey, TValue>.BitOf(data, common);
            var fork = new LpmTrieNode<TKey, TValue>(in key, common) { IsFork = true };
            fork[isOne] = added;
            fork[!isOne] = node;
            added = fork;
        }
    }

    private ref LpmTrieNode<TKey, TValue>? SlotOf(LpmTrieNode<TKey, TValue>? parent, LpmTrieNode<TKey, TValue> node)
    {
        if (parent is null)
            return ref _root;
        return ref parent[parent.One == node];
    }

    private LpmTrieNode<TKey, TValue>? Find(ref readonly TKey key)
    {
        var length = LengthOf(in key);
        if (length > _maxPrefixLength)
            return null;
        var data = LpmTrieNode<TKey, TValue>.DataOf(in key);
        LpmTrieNode<TKey, TValue>? found = null;
        for (var node = Volatile.Read(ref _root); node is not null;)
        {
            if (CommonLength(node, data, length) < node.PrefixLength)
                break;
            if (!node.IsFork)
                found = node;
            if (node.PrefixLength == length)
                break;
            node = LpmTrieNode<TKey, TValue>.BitOf(data, node.PrefixLength) ? node.One : node.Zero;
        }

        return found;
    }

    /// <summary>The place where a prefix is, or would be.</summary>
    private static ref LpmTrieNode<TKey, TValue>? Walk(
        ref LpmTrieNode<TKey, TValue>? root,
        ReadOnlySpan<byte> data,
        uint length,
        out uint common,
        out LpmTrieNode<TKey, TValue>? parent,
        out LpmTrieNode<TKey, TValue>? grandparent)
    {
        ref var slot = ref root;
        parent = grandparent = null;
        common = 0;
        while (slot is { } node)
        {
            common = CommonLength(node, data, length);
            if (node.PrefixLength != common || node.PrefixLength == length)
                break;
            (grandparent, parent) = (parent, node);
            slot = ref node[LpmTrieNode<TKey, TValue>.BitOf(data, node.PrefixLength)];
        }

        return ref slot;
    }

    /// <summary>How many bits a node and a key share, of those that both have.</summary>
    private static uint CommonLength(LpmTrieNode<TKey, TValue> node, ReadOnlySpan<byte> data, uint length)
    {
        var most = Math.Min(node.PrefixLength, length);
        var equal = node.Data.CommonPrefixLength(data);
        if (equal == data.Length)
            return most;
        var bits = ((uint)equal * 8) + (uint)BitOperations.LeadingZeroCount((uint)(node.Data[equal] ^ data[equal])) - 24;
        return Math.Min(most, bits);
    }

    private static void Collect(LpmTrieNode<TKey, TValue>? node, List<KeyValuePair<TKey, TValue>> entries)
    {
        if (node is null)
            return;
        Collect(node.Zero, entries);
        Collect(node.One, entries);
        if (!node.IsFork)
            entries.Add(new KeyValuePair<TKey, TValue>(node.Key, node.Value));
    }

    private static uint LengthOf(ref readonly TKey key) =>
        MemoryMarshal.Read<uint>(MemoryMarshal.AsBytes(new ReadOnlySpan<TKey>(in key)));
}
