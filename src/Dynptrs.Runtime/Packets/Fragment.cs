using System;

namespace Dynptrs;

/// <summary>
/// A piece of a packet outside its linear part. Its start moves when bytes are pulled into the linear part, its end with the tail of the
/// packet.
/// </summary>
internal struct Fragment(byte[] bytes)
{
    private byte[] _bytes = bytes;

    /// <summary>How many bytes were pulled out of it.</summary>
    public int Start { get; private set; }

    public int Length { get; private set; } = bytes.Length;

    public readonly Span<byte> Span => _bytes.AsSpan(Start, Length);

    public readonly ReadOnlyMemory<byte> Memory => _bytes.AsMemory(Start, Length);

    public void RemoveFirst(int count)
    {
        Start += count;
        Length -= count;
    }

    public void RemoveLast(int count) => Length -= count;

    /// <summary>Adds zeroes.</summary>
    public void Grow(int count)
    {
        var end = Start + Length;
        if (_bytes.Length < end + count)
            Array.Resize(ref _bytes, end + count);
        _bytes.AsSpan(end, count).Clear();
        Length += count;
    }
}
