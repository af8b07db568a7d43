using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs;

/// <summary>Chained buckets that are read without a lock. Who writes holds a lock of its own around each call.</summary>
/// <remarks>
/// Follows <c>kernel/bpf/hashtab.c</c> of a map whose elements are there from the start: an element is complete before it is linked, a
/// replacement is linked before the old element is unlinked, and an element that was unlinked is the first to be used again, whoever still
/// points to it. The kernel keeps those that are free by processor, here they are all in one place.
/// </remarks>
/// <param name="maxEntries">How many elements it is made for.</param>
/// <param name="hasSpare">
/// Whether an element that was replaced takes the next replacement, as those of a hash map do, and not the next new key.
/// </param>
internal sealed class HashTable<TKey, TValue>(int maxEntries, bool hasSpare)
    where TKey : unmanaged
    where TValue : unmanaged
{
    private const int MaxBuckets = 1 << 30;

    private readonly HashElement<TKey, TValue>?[] _buckets =
        new HashElement<TKey, TValue>?[Math.Min(BitOperations.RoundUpToPowerOf2((uint)maxEntries), MaxBuckets)];

    private readonly Stack<HashElement<TKey, TValue>> _free = [];
    private HashElement<TKey, TValue>? _spare;
    private int _count;
    private int _removals;

    public int Count => Volatile.Read(ref _count);

    public HashElement<TKey, TValue>? Find(ref readonly TKey key) => Find(Bytes(in key), Hash(Bytes(in key)));

    /// <summary>Copies the value of a key.</summary>
    public bool TryGet(in TKey key, out TValue value)
    {
        var element = Find(in key);
        value = element is null ? default : element.Value;
        return element is not null;
    }

    /// <summary>What an update asks of the element that has its key, as <c>check_flags</c> does.</summary>
    /// <returns>0; <c>-EEXIST</c> when there must be none; <c>-ENOENT</c> when there must be one.</returns>
    public static int CheckUpdate(HashElement<TKey, TValue>? old, ulong flags)
    {
        if (old is not null && flags == BpfConstants.BPF_NOEXIST)
            return -Errno.EEXIST;
        return old is null && flags == BpfConstants.BPF_EXIST ? -Errno.ENOENT : 0;
    }

    /// <summary>Makes an element and links it, in front of its bucket.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="old">The element that it replaces, or <see langword="null"/>.</param>
    public HashElement<TKey, TValue> Put(ref readonly TKey key, ref readonly TValue value, HashElement<TKey, TValue>? old)
    {
        var bytes = Bytes(in key);
        var hash = old?.Hash ?? Hash(bytes);
        ref var bucket = ref GetBucket(hash);
        var element = Take(isReplacement: old is not null);
        element.Fill(bytes, hash, MemoryMarshal.AsBytes(new ReadOnlySpan<TValue>(in value)));
        element.Next = bucket;
        Volatile.Write(ref bucket, element);
        _count++;
        if (old is not null)
        {
            Unlink(old);
            if (hasSpare)
                _spare = old;
            else
                _free.Push(old);
        }

        return element;
    }

    public void Remove(HashElement<TKey, TValue> element)
    {
        Unlink(element);
        _free.Push(element);
    }

    public void Clear()
    {
        for (var i = 0; i < _buckets.Length; i++)
        {
            while (_buckets[i] is { } element)
                Remove(element);
        }
    }

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
    {
        for (var walk = Walk(); walk.MoveNext();)
            yield return new KeyValuePair<TKey, TValue>(walk.Current.Key, walk.Current.Value);
    }

    /// <summary>Goes from element to element. What is added meanwhile to a bucket that was reached is not visited.</summary>
    public HashWalk<TKey, TValue> Walk() => new(_buckets);

    /// <summary>Runs a callback for each element.</summary>
    /// <returns>The number of elements that it ran for; <c>-EINVAL</c> for flags.</returns>
    /// <remarks>Follows <c>bpf_for_each_hash_elem</c>.</remarks>
    public int ForEach<TMap, T>(TMap map, MapElementCallback<TMap, TKey, TValue, T> callback, ref T context, ulong flags)
        where TMap : class
        where T : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (flags != 0)
            return -Errno.EINVAL;
        var visited = 0;
        for (var walk = Walk(); walk.MoveNext();)
        {
            visited++;
            if (callback(map, in walk.Current.Key, ref walk.Current.Value, ref context) != 0)
                break;
        }

        return visited;
    }

    private HashElement<TKey, TValue>? Find(ReadOnlySpan<byte> key, int hash)
    {
        while (true)
        {
            var removals = Volatile.Read(ref _removals);
            for (var element = Volatile.Read(ref GetBucket(hash)); element is not null; element = element.Next)
            {
                if (element.Hash == hash && element.KeyBytes.SequenceEqual(key))
                    return element;
            }

            // Follows lookup_nulls_elem_raw: what is not there was looked for in one bucket to its end.
            if (removals == Volatile.Read(ref _removals))
                return null;
        }
    }

    private HashElement<TKey, TValue> Take(bool isReplacement)
    {
        if (isReplacement && hasSpare)
            return _spare ?? new HashElement<TKey, TValue>();
        return _free.TryPop(out var element) ? element : new HashElement<TKey, TValue>();
    }

    private void Unlink(HashElement<TKey, TValue> element)
    {
        ref var bucket = ref GetBucket(element.Hash);
        _count--;
        if (bucket == element)
        {
            Volatile.Write(ref bucket, element.Next);
        }
        else
        {
            var before = bucket!;
            while (before.Next != element)
                before = before.Next!;
            before.Next = element.Next;
        }

        // Who stands on the element may be led into another bucket from now on, and must be able to see that.
        Volatile.Write(ref _removals, _removals + 1);
    }

    private ref HashElement<TKey, TValue>? GetBucket(int hash) => ref _buckets[hash & (_buckets.Length - 1)];

    private static ReadOnlySpan<byte> Bytes(ref readonly TKey key) => MemoryMarshal.AsBytes(new ReadOnlySpan<TKey>(in key));

    private static int Hash(ReadOnlySpan<byte> key)
    {
        var hash = new HashCode();
        hash.AddBytes(key);
        return hash.ToHashCode();
    }
}
