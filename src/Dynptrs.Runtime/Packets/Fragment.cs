using System;

namespace Dynptrs;

/// <summary>A piece of a packet outside its linear part. Its start moves when bytes are pulled into the linear part.</summary>
internal struct Fragment(byte[] bytes)
{
    private int _start;

    public readonly int Length => bytes.Length - _start;

    public readonly Span<byte> Span => bytes.AsSpan(_start);

    public void RemoveFirst(int count) => _start += count;
}
