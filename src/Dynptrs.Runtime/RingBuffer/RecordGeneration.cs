using System.Runtime.CompilerServices;

namespace Dynptrs;

/// <summary>
/// What became of the record at a place, in one word that no program can write to: in which lap of the ring it lies, how long it is, and
/// what state it is in.
/// </summary>
/// <remarks>
/// Laps are counted in 31 bits: a slice would have to be kept for 2³¹ laps, and its place taken by a record of the same length then, to be
/// held for alive. The length is that of the header, which lies in the data and may be written over: whoever reads compares the two.
/// </remarks>
/// <param name="Word">The word; 0 where no record has been.</param>
internal readonly record struct RecordGeneration(long Word)
{
    private const int LengthShift = 3;
    private const int LapShift = 32;
    private const long StateMask = (1 << LengthShift) - 1;
    private const uint LapMask = uint.MaxValue >> (32 - LapBits);
    private const long HeldState = 1;
    private const long SubmittedState = 3;

    /// <summary>How many bits a lap has.</summary>
    public const int LapBits = 31;

    /// <summary>Whether the record is held by a slice, not by a dynptr: the counter of no other memory is negative.</summary>
    public bool IsPlain => Word < 0;

    /// <summary>The word with which the header of a record begins that is over.</summary>
    public uint Header => Length | (IsDiscarded ? RecordHeader.DiscardBit : 0);

    /// <summary>Whether the record is discarded, where it is over.</summary>
    public bool IsDiscarded => (Word & 1) == 0;

    /// <summary>Whether the reader is to be woken for the record, where it is over.</summary>
    public bool IsHeard => (Word & StateMask) < SubmittedState + 2;

    /// <summary>The length of the payload in bytes.</summary>
    public uint Length => (uint)Word >> LengthShift;

    /// <summary>The lap.</summary>
    public uint Lap => (uint)(Word >> LapShift) & LapMask;

    /// <summary>A record that is held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RecordGeneration Held(uint lap, uint length, bool isPlain) =>
        new(((long)lap << LapShift) | ((long)length << LengthShift) | HeldState | (isPlain ? long.MinValue : 0));

    /// <summary>The record, when it is over.</summary>
    /// <param name="discard">Whether the reader skips it.</param>
    /// <param name="isHeard">Whether the reader is to be woken for it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RecordGeneration Finished(bool discard, bool isHeard) =>
        new((Word & long.MaxValue & ~StateMask) | (SubmittedState + (discard ? 1 : 0) + (isHeard ? 0 : 2)));

    /// <summary>The lap of a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LapOf(long position, int shift) => (uint)(position >> shift) & LapMask;

    /// <summary>Whether the record is over, and of a lap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsFinishedIn(uint lap) => (Word & StateMask) >= SubmittedState && Lap == lap;
}
