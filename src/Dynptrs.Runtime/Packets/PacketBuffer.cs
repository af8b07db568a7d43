using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>
/// The memory of a packet: a linear part with room around it and metadata in front, and fragments behind. What the helpers may do with it
/// is decided by <see cref="SkBuff"/> and <see cref="XdpBuff"/>.
/// </summary>
internal sealed class PacketBuffer
{
    // Beside the room behind the linear part it has space for all fragments, so that pulling them needs no memory and moves nothing.
    private byte[] _bytes;
    private readonly Fragment[] _fragments;

    // Fragments go at both ends: by pulling, and by cutting off the tail.
    private int _firstFragment;
    private int _endOfFragments;
    private int _fragmentBytes;
    private long _sliceGeneration;

    public PacketBuffer(PacketOptions options, int tailroom, ReadOnlySpan<byte> linear, ReadOnlySpan<ReadOnlyMemory<byte>> fragments)
    {
        long total = linear.Length;
        foreach (var fragment in fragments)
            total += fragment.Length;
        if (total > Dynptr.MaxSize)
        {
            throw new ArgumentException(
                $"A packet may have {Dynptr.MaxSize} bytes, the most that a dynptr can reach, but has {total}.", nameof(fragments));
        }

        _fragments = new Fragment[fragments.Length];
        for (var i = 0; i < fragments.Length; i++)
            _fragments[i] = new Fragment(fragments[i].ToArray());
        _endOfFragments = fragments.Length;
        _fragmentBytes = (int)total - linear.Length;

        Start = options.Headroom;
        End = Start + linear.Length;
        HardEnd = End + tailroom;
        _bytes = new byte[Math.Max(HardEnd, End + _fragmentBytes)];
        linear.CopyTo(_bytes.AsSpan(Start));
        MetadataEnd = Start;
        MetadataLength = options.Metadata.Length;
        options.Metadata.Span.CopyTo(Metadata);
    }

    /// <summary>Where the linear part starts.</summary>
    public int Start { get; set; }

    /// <summary>Where the linear part ends.</summary>
    public int End { get; set; }

    /// <summary>Where the room behind the linear part ends.</summary>
    public int HardEnd { get; private set; }

    /// <summary>Where the metadata ends: at the first byte of the frame, which the program need not see.</summary>
    public int MetadataEnd { get; set; }

    public int MetadataLength { get; set; }

    public int LinearLength => End - Start;

    public int Length => LinearLength + _fragmentBytes;

    public bool HasFragments => _firstFragment < _endOfFragments;

    public Span<byte> Metadata => _bytes.AsSpan(MetadataEnd - MetadataLength, MetadataLength);

    public ReadOnlyMemory<byte> MetadataMemory => _bytes.AsMemory(MetadataEnd - MetadataLength, MetadataLength);

    public ReadOnlyMemory<byte> LinearMemory => _bytes.AsMemory(Start, LinearLength);

    /// <summary>What slices of the packet live as long as.</summary>
    public Lifetime SliceLifetime => new(in _sliceGeneration);

    private Span<Fragment> Fragments => _fragments.AsSpan(_firstFragment.._endOfFragments);

    /// <summary>The last fragment. There must be one.</summary>
    public ref Fragment LastFragment => ref _fragments[_endOfFragments - 1];

    /// <summary>Ends the life of all slices of the packet, as every call does that may change it, whatever it answers.</summary>
    public void EndSlices() => _sliceGeneration++;

    /// <summary>How often slices and pointers were ended.</summary>
    public long Generation => _sliceGeneration;

    /// <summary>Bytes of the linear part or of the metadata, by their position in the room.</summary>
    public Span<byte> At(int position, int length) => _bytes.AsSpan(position, length);

    public Span<byte> LinearSpan(int offset, int length) => _bytes.AsSpan(Start + offset, length);

    public IReadOnlyList<ReadOnlyMemory<byte>> ListFragments()
    {
        var fragments = new ReadOnlyMemory<byte>[_endOfFragments - _firstFragment];
        for (var i = 0; i < fragments.Length; i++)
            fragments[i] = Fragments[i].Memory;
        return fragments;
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(0, bytes);
        return bytes;
    }

    /// <summary>Whether a range lies in the packet as it is now.</summary>
    public bool Contains(long offset, int length) => offset <= Length - length;

    /// <summary>
    /// Copies bytes out of the packet, across the linear part and fragments. Behind its end the destination stays as it was. It may lie in
    /// the packet, and then in one of its pieces.
    /// </summary>
    public void CopyTo(int offset, Span<byte> destination)
    {
        if (TryFindPiece(offset, out var all) && destination.Length <= all.Length)
        {
            all[..destination.Length].CopyTo(destination);
            return;
        }

        // The piece that is written to is read first.
        CopyPieces(offset, destination, overlapping: true);
        CopyPieces(offset, destination, overlapping: false);
    }

    /// <summary>
    /// Copies bytes into the packet where they are, across the linear part and fragments. They may lie in the packet, and then in one of
    /// its pieces.
    /// </summary>
    public void CopyFrom(int offset, ReadOnlySpan<byte> source)
    {
        if (TryFindPiece(offset, out var all) && source.Length <= all.Length)
        {
            source.CopyTo(all);
            return;
        }

        // The piece that is read from is written last.
        FillPieces(offset, source, overlapping: false);
        FillPieces(offset, source, overlapping: true);
    }

    /// <summary>Finds the bytes from an offset up to the end of the piece that they lie in.</summary>
    public bool TryFindPiece(int offset, out Span<byte> piece)
    {
        if (offset < LinearLength)
        {
            piece = LinearSpan(offset, LinearLength - offset);
            return true;
        }

        offset -= LinearLength;
        foreach (ref var fragment in Fragments)
        {
            if (offset < fragment.Length)
            {
                piece = fragment.Span[offset..];
                return true;
            }

            offset -= fragment.Length;
        }

        piece = default;
        return false;
    }

    /// <summary>A slice of bytes that lie in one piece.</summary>
    public Slice SliceOf(Span<byte> bytes) => new(ref MemoryMarshal.GetReference(bytes), bytes.Length, SliceLifetime);

    /// <summary>A slice of a copy in the buffer; null without one.</summary>
    public Slice CopyToBuffer(int offset, Span<byte> buffer, int length)
    {
        if (buffer.IsEmpty)
            return default;
        var copy = buffer[..length];
        CopyTo(offset, copy);
        return new Slice(ref MemoryMarshal.GetReference(buffer), length, SliceLifetime);
    }

    /// <summary>Moves bytes from the fragments to the end of the linear part, up to an offset inside the packet.</summary>
    public void Pull(int end)
    {
        var missing = end - LinearLength;
        while (missing > 0)
        {
            ref var fragment = ref _fragments[_firstFragment];
            var count = Math.Min(missing, fragment.Length);
            fragment.Span[..count].CopyTo(_bytes.AsSpan(End));
            fragment.RemoveFirst(count);
            _fragmentBytes -= count;
            End += count;
            missing -= count;
            if (fragment.Length == 0)
                _firstFragment++;
        }

        HardEnd = Math.Max(HardEnd, End);
    }

    /// <summary>Cuts bytes off the fragments, from the last one on.</summary>
    /// <returns>How many are left to be cut off when there is no fragment any more.</returns>
    public int CutFragments(int count)
    {
        while (count > 0 && HasFragments)
        {
            ref var last = ref LastFragment;
            var cut = Math.Min(count, last.Length);
            last.RemoveLast(cut);
            _fragmentBytes -= cut;
            count -= cut;
            if (last.Length == 0)
                _endOfFragments--;
        }

        return count;
    }

    /// <summary>Adds zeroes to the last fragment.</summary>
    public void GrowLastFragment(int count)
    {
        LastFragment.Grow(count);
        _fragmentBytes += count;
    }

    /// <summary>Moves the linear part with the metadata towards the front of the room.</summary>
    public void ShiftDown(int count)
    {
        var front = MetadataEnd - MetadataLength;
        _bytes.AsSpan(front, End - front).CopyTo(_bytes.AsSpan(front - count));
        Start -= count;
        End -= count;
        MetadataEnd -= count;
    }

    /// <summary>Moves the metadata, which stays as long as it is.</summary>
    public void MoveMetadata(int end)
    {
        Metadata.CopyTo(_bytes.AsSpan(end - MetadataLength, MetadataLength));
        MetadataEnd = end;
    }

    /// <summary>Makes the room around the linear part at least as large as asked. All positions move with it.</summary>
    /// <param name="headroom">The bytes before <see cref="Start"/>.</param>
    /// <param name="tailroom">The bytes behind <see cref="End"/>.</param>
    /// <returns>By how much positions moved.</returns>
    public int Reserve(int headroom, int tailroom)
    {
        var more = Math.Max(0, headroom - Start);
        var end = End + Math.Max(tailroom, _fragmentBytes);
        if (more > 0 || end > _bytes.Length)
        {
            var larger = new byte[more + Math.Max(end, _bytes.Length)];
            _bytes.CopyTo(larger, more);
            _bytes = larger;
        }

        Start += more;
        End += more;
        MetadataEnd += more;
        HardEnd = Math.Max(HardEnd + more, End + tailroom);
        return more;
    }

    private void CopyPieces(int offset, Span<byte> destination, bool overlapping)
    {
        int count;
        for (var done = 0; done < destination.Length && TryFindPiece(offset + done, out var piece); done += count)
        {
            count = Math.Min(piece.Length, destination.Length - done);
            if (piece.Overlaps(destination) == overlapping)
                piece[..count].CopyTo(destination[done..]);
        }
    }

    private void FillPieces(int offset, ReadOnlySpan<byte> source, bool overlapping)
    {
        int count;
        for (var done = 0; done < source.Length && TryFindPiece(offset + done, out var piece); done += count)
        {
            count = Math.Min(piece.Length, source.Length - done);
            if (source.Overlaps(piece) == overlapping)
                source.Slice(done, count).CopyTo(piece);
        }
    }
}
