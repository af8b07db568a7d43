using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs;

/// <summary>A prefix in a trie, with its value; or the place where longer ones part, without.</summary>
internal sealed class LpmTrieNode<TKey, TValue>
    where TKey : unmanaged
    where TValue : unmanaged
{
    /// <summary>Where the bits of a key begin: its length stands before them.</summary>
    public const int DataOffset = sizeof(uint);

    public TValue Value;
    private readonly TKey _key;
    private LpmTrieNode<TKey, TValue>? _zero;
    private LpmTrieNode<TKey, TValue>? _one;
    private volatile bool _isFork;

    public LpmTrieNode(ref readonly TKey key, uint prefixLength)
    {
        // Byte by byte: assigning a struct may leave its padding out, which is a part of the key.
        MemoryMarshal.AsBytes(new ReadOnlySpan<TKey>(in key)).CopyTo(MemoryMarshal.AsBytes(new Span<TKey>(ref _key)));
        PrefixLength = prefixLength;
    }

    public TKey Key => _key;

    public uint PrefixLength { get; }

    /// <summary>Whether longer prefixes part here, and it is none itself.</summary>
    public bool IsFork
    {
        get => _isFork;
        set => _isFork = value;
    }

    public ReadOnlySpan<byte> Data => DataOf(in _key);

    /// <summary>The longer prefixes whose next bit is one of the two.</summary>
    public ref LpmTrieNode<TKey, TValue>? this[bool isOne] => ref isOne ? ref _one : ref _zero;

    public LpmTrieNode<TKey, TValue>? Zero => Volatile.Read(ref _zero);

    public LpmTrieNode<TKey, TValue>? One => Volatile.Read(ref _one);

    public static ReadOnlySpan<byte> DataOf(ref readonly TKey key) =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<TKey>(in key))[DataOffset..];

    /// <summary>A bit; the highest of the first byte is the first.</summary>
    public static bool BitOf(ReadOnlySpan<byte> data, uint index) => (data[(int)(index / 8)] & (0x80 >> (int)(index % 8))) != 0;
}
