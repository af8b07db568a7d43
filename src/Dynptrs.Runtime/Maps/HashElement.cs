using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs;

/// <summary>A key with its value. After it was removed it takes the next key: what still points to it sees the value of that one.</summary>
internal sealed class HashElement<TKey, TValue>
    where TKey : unmanaged
    where TValue : unmanaged
{
    public TValue Value;
    private TKey _key;
    private HashElement<TKey, TValue>? _next;
    private volatile bool _wasUsed;

    public int Hash { get; private set; }

    public ref readonly TKey Key => ref _key;

    public ReadOnlySpan<byte> KeyBytes => MemoryMarshal.AsBytes(new ReadOnlySpan<TKey>(in _key));

    /// <summary>
    /// The next element of the same bucket. A removed element goes on to point into its bucket, for the readers that stand on it.
    /// </summary>
    public HashElement<TKey, TValue>? Next
    {
        get => Volatile.Read(ref _next);
        set => Volatile.Write(ref _next, value);
    }

    /// <summary>Gives it a key and a value.</summary>
    public void Fill(ReadOnlySpan<byte> key, int hash, ReadOnlySpan<byte> value)
    {
        // Byte by byte: assigning a struct may leave its padding out, which is a part of the key.
        key.CopyTo(MemoryMarshal.AsBytes(new Span<TKey>(ref _key)));
        value.CopyTo(MemoryMarshal.AsBytes(new Span<TValue>(ref Value)));
        Hash = hash;
    }

    /// <summary>Whether it was looked up since this was last cleared.</summary>
    public bool WasUsed
    {
        get => _wasUsed;
        set => _wasUsed = value;
    }

    /// <summary>The element that is to be evicted before this, if any.</summary>
    public HashElement<TKey, TValue>? Older { get; set; }

    /// <summary>The element that is to be evicted after this, if any.</summary>
    public HashElement<TKey, TValue>? Newer { get; set; }
}
