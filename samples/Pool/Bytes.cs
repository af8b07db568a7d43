using System;
using Dynptrs;

namespace Pooling;

/// <summary>The bytes of a block: gone once its lease is given back, and null where there was none to be had.</summary>
[View]
public readonly ref struct Bytes
{
    private readonly Span<byte> _bytes;

    internal Bytes(Span<byte> bytes) => _bytes = bytes;

    /// <summary>Whether there is no block.</summary>
    [NullTest(true)]
    public bool IsNull => _bytes.IsEmpty;

    /// <summary>The bytes.</summary>
    [Dereferences]
    public Span<byte> Span => _bytes;
}
