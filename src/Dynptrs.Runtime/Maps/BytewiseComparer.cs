using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>Compares keys as the kernel does: by their bytes, padding included.</summary>
internal sealed class BytewiseComparer<T> : IEqualityComparer<T>
    where T : unmanaged
{
    public static readonly BytewiseComparer<T> Instance = new();

    public bool Equals(T left, T right) => Bytes(in left).SequenceEqual(Bytes(in right));

    public int GetHashCode(T value)
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes(in value));
        return hash.ToHashCode();
    }

    private static ReadOnlySpan<byte> Bytes(ref readonly T value) => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value));
}
