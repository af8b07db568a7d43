using System;
using System.Threading;

namespace Dynptrs;

/// <summary>
/// Room for a sample in a ring buffer that a program drains. Fill it, then submit or discard it; until then the program sees nothing behind
/// it.
/// </summary>
public unsafe ref struct UserRingBufSample
{
    // Keeps the memory.
    private readonly IUserRing _ring;
    private byte* _header;

    internal UserRingBufSample(IUserRing ring, byte* header, int length)
    {
        _ring = ring;
        _header = header;
        Length = length;
    }

    /// <summary>The length in bytes.</summary>
    public int Length { get; }

    /// <summary>The bytes. They are not zeroed.</summary>
    /// <exception cref="InvalidOperationException">The reservation failed, or the sample was submitted or discarded.</exception>
    public readonly Span<byte> Span => new(Held() + RecordHeader.Size, Length);

    /// <summary>Hands the sample to the program that drains next.</summary>
    /// <exception cref="InvalidOperationException">The reservation failed, or the sample was submitted or discarded.</exception>
    public void Submit() => Commit(0);

    /// <summary>Makes the drain skip the sample.</summary>
    /// <exception cref="InvalidOperationException">The reservation failed, or the sample was submitted or discarded.</exception>
    public void Discard() => Commit(RecordHeader.DiscardBit);

    private void Commit(uint bits)
    {
        var header = (uint*)Held();

        // The bytes before the header that says they are there.
        Interlocked.Exchange(ref *header, (*header & ~RecordHeader.BusyBit) | bits);
        _header = null;
        GC.KeepAlive(_ring);
    }

    private readonly byte* Held() => _header != null ? _header : throw new InvalidOperationException(
        "The sample is not held: its reservation failed, or it was submitted or discarded. Reserve another.");
}
