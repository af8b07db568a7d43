using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>The values of an array, one after the other. An array of .NET's holds none of 65,536 bytes or more, a map does.</summary>
internal sealed class MapElements<TValue> : IReadOnlyList<TValue>
    where TValue : unmanaged
{
    private readonly byte[] _bytes;

    private MapElements() => _bytes = [];

    public MapElements(int maxEntries)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxEntries);
        var size = (long)maxEntries * Unsafe.SizeOf<TValue>();
        if (size > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxEntries), maxEntries, $"{maxEntries} values take {size} bytes. A map holds {Array.MaxLength} here.");
        }

        _bytes = new byte[size];
        Length = maxEntries;
    }

    public static MapElements<TValue> Empty { get; } = new();

    public int Length { get; }

    public ref TValue this[uint key]
    {
        get
        {
            if (key >= (uint)Length)
                ThrowOutOfRange();
            return ref Unsafe.Add(ref Unsafe.As<byte, TValue>(ref MemoryMarshal.GetArrayDataReference(_bytes)), key);
        }
    }

    int IReadOnlyCollection<TValue>.Count => Length;

    TValue IReadOnlyList<TValue>.this[int index] => this[(uint)index];

    public IEnumerator<TValue> GetEnumerator()
    {
        for (uint key = 0; key < (uint)Length; key++)
            yield return this[key];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void ThrowOutOfRange() => throw new IndexOutOfRangeException();
}
