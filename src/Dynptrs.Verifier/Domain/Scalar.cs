using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>
/// A set of 64-bit patterns: those within bounds, whose low 32 bits are within bounds of their own, and some of whose bits are
/// known. Narrower numbers are kept sign- or zero-extended, so one domain serves all widths; the bounds of the low half are for
/// a wide number of which only that half was compared.
/// </summary>
/// <param name="Full">The bounds of the pattern.</param>
/// <param name="Low">The bounds of its low 32 bits.</param>
/// <param name="Bits">What is known of its bits.</param>
/// <remarks>Follows the numbers of <c>struct bpf_reg_state</c>.</remarks>
internal readonly record struct Scalar(Bounds Full, Bounds Low, KnownBits Bits)
{
    /// <summary>Each fact can tell the others something new a few times only.</summary>
    private const int MaxDeductions = 4;

    private static readonly Scalar OfI8 = Signed(sbyte.MinValue, sbyte.MaxValue);
    private static readonly Scalar OfU8 = Signed(byte.MinValue, byte.MaxValue);
    private static readonly Scalar OfI16 = Signed(short.MinValue, short.MaxValue);
    private static readonly Scalar OfU16 = Signed(ushort.MinValue, ushort.MaxValue);
    private static readonly Scalar OfI32 = Signed(int.MinValue, int.MaxValue);
    private static readonly Scalar OfU32 = Signed(uint.MinValue, uint.MaxValue);

    /// <summary>Every pattern.</summary>
    public static Scalar All { get; } = new(Bounds.All, Bounds.AllLow, KnownBits.Unknown);

    /// <summary>No pattern: the only such value that is made.</summary>
    public static Scalar Empty { get; } = new(new Bounds(1, 0, 1, 0), new Bounds(1, 0, 1, 0), default);

    public static Scalar Zero { get; } = Constant(0);

    public static Scalar Bool { get; } = Signed(0, 1);

    public long SignedMin => Full.SignedMin;

    public long SignedMax => Full.SignedMax;

    public ulong UnsignedMin => Full.UnsignedMin;

    public ulong UnsignedMax => Full.UnsignedMax;

    public bool IsConstant => Full.SignedMin == Full.SignedMax;

    /// <summary>Whether no pattern is left: a path that needs one does not exist.</summary>
    public bool IsEmpty => Full.SignedMin > Full.SignedMax;

    public static Scalar Constant(long value) =>
        new(Bounds.Constant(value), Bounds.ConstantLow(value), KnownBits.Constant(unchecked((ulong)value)));

    /// <summary>Every value of a type.</summary>
    public static Scalar Of(ScalarType type) => (type.Size, type.IsSigned) switch
    {
        (1, true) => OfI8,
        (1, false) => type == ScalarType.Bool ? Bool : OfU8,
        (2, true) => OfI16,
        (2, false) => OfU16,
        (4, true) => OfI32,
        (4, false) => OfU32,
        _ => All,
    };

    public static Scalar Signed(long min, long max) =>
        new Scalar(Bounds.All.MeetSigned(min, max), Bounds.AllLow, KnownBits.Unknown).Normalized();

    public static Scalar Unsigned(ulong min, ulong max) =>
        new Scalar(Bounds.All.MeetUnsigned(min, max), Bounds.AllLow, KnownBits.Unknown).Normalized();

    /// <summary>Every pattern with some known bits.</summary>
    public static Scalar Of(KnownBits bits) => new Scalar(Bounds.All, Bounds.AllLow, bits).Normalized();

    public bool Contains(in Scalar other) =>
        other.IsEmpty || (Full.Contains(other.Full) && Low.Contains(other.Low) && Bits.Contains(other.Bits));

    /// <summary>The least set that holds both. It is not normalized, so that each fact holds both facts.</summary>
    public Scalar Join(in Scalar other) =>
        IsEmpty ? other : other.IsEmpty ? this : new Scalar(Full.Join(other.Full), Low.Join(other.Low), Bits.Join(other.Bits));

    /// <summary>The patterns that are in both.</summary>
    public Scalar Meet(in Scalar other) =>
        Bits.Meet(other.Bits) is { } bits ? new Scalar(Full.Meet(other.Full), Low.Meet(other.Low), bits).Normalized() : Empty;

    /// <summary>A set that holds this and <paramref name="next"/>, and stops growing after a few steps.</summary>
    /// <param name="next">The other.</param>
    /// <param name="thresholds">Numbers at which bounds stop on their way, from the least to the greatest.</param>
    public Scalar Widen(in Scalar next, ImmutableArray<long> thresholds) =>
        IsEmpty ? next
            : next.IsEmpty ? this
            : new Scalar(
                Full.Widen(next.Full, Bounds.All, thresholds), Low.Widen(next.Low, Bounds.AllLow, thresholds), Bits.Widen(next.Bits));

    /// <summary>What is left when the number is cut to a type and extended again.</summary>
    public Scalar Fit(ScalarType type)
    {
        var all = type == ScalarType.Bool ? OfU8 : Of(type);
        if (IsEmpty || (all.SignedMin <= SignedMin && SignedMax <= all.SignedMax))
            return this;
        var unused = 64 - (8 * type.Size);
        var bits = type.IsSigned ? Bits.ShiftLeft(unused).ShiftRightSigned(unused) : Bits.ShiftLeft(unused).ShiftRight(unused);
        var full = type.Size == 4
            ? type.IsSigned ? all.Full.MeetSigned(Low.SignedMin, Low.SignedMax) : all.Full.MeetUnsigned(Low.UnsignedMin, Low.UnsignedMax)
            : Cut(type, SignedMin, SignedMax) ?? Cut(type, Low.SignedMin, Low.SignedMax) ?? all.Full;
        return new Scalar(full, type.Size == 4 ? Low : Bounds.AllLow, bits).Normalized();
    }

    /// <summary>Lets each fact tell the others what it can.</summary>
    /// <remarks>Follows <c>reg_bounds_sync</c>.</remarks>
    public Scalar Normalized()
    {
        var result = this;
        for (var i = 0; i < MaxDeductions; i++)
        {
            var next = result.Deduce();
            if (next == result)
                break;
            result = next;
        }

        return result;
    }

    private Scalar Deduce()
    {
        var full = Full.Deduce(low: false);
        var low = Low.Deduce(low: true);
        if (full.IsEmpty || low.IsEmpty)
            return Empty;
        low = LowOf(full, low);
        full = FullOf(full, low);
        if (full.IsEmpty || low.IsEmpty)
            return Empty;
        var lowBits = KnownBits.Between(low.UnsignedMin, low.UnsignedMax);
        if (Bits.Meet(KnownBits.Between(full.UnsignedMin, full.UnsignedMax)) is not { } some
            || some.Meet(new KnownBits(lowBits.Value, lowBits.Mask | ~(ulong)uint.MaxValue)) is not { } bits)
        {
            return Empty;
        }

        full = full.Deduce(bits, low: false);
        low = low.Deduce(new KnownBits(bits.Value & uint.MaxValue, bits.Mask & uint.MaxValue), low: true);
        return full.IsEmpty || low.IsEmpty ? Empty : new Scalar(full, low, bits);
    }

    /// <summary>While a range stays within one block of 2^32 patterns, its ends are the ends of the low halves too.</summary>
    /// <remarks>Follows <c>__reg_deduce_mixed_bounds</c> and <c>__reg64_deduce_bounds</c>, here and below.</remarks>
    private static Bounds LowOf(in Bounds full, Bounds low)
    {
        unchecked
        {
            var (min, max) = (full.SignedMin, full.SignedMax);
            if (min >> 32 == max >> 32)
                low = low.MeetUnsigned((uint)min, (uint)max);
            if (SignedBlock(min, 32) == SignedBlock(max, 32))
                low = low.MeetSigned((int)min, (int)max);
            (min, max) = ((long)full.UnsignedMin, (long)full.UnsignedMax);
            if (min >> 32 == max >> 32)
                low = low.MeetUnsigned((uint)min, (uint)max);
            if (min <= max && SignedBlock(min, 32) == SignedBlock(max, 32))
                low = low.MeetSigned((int)min, (int)max);
            return low;
        }
    }

    /// <summary>
    /// A bound is either the least of its block with such a low half, or in a later block; and a number that is an int is its low half.
    /// </summary>
    private static Bounds FullOf(Bounds full, in Bounds low)
    {
        unchecked
        {
            const ulong High = ~(ulong)uint.MaxValue;
            full = full.MeetUnsigned((full.UnsignedMin & High) | low.UnsignedMin, (full.UnsignedMax & High) | low.UnsignedMax);
            full = full.MeetSigned(
                (long)(((ulong)full.SignedMin & High) | low.UnsignedMin), (long)(((ulong)full.SignedMax & High) | low.UnsignedMax));
            return full.SignedMin >= int.MinValue && full.SignedMax <= int.MaxValue ? full.MeetSigned(low.SignedMin, low.SignedMax) : full;
        }
    }

    /// <summary>The bounds of a range whose numbers are cut to a type, or <see langword="null"/> where they wrap.</summary>
    private static Bounds? Cut(ScalarType type, long min, long max)
    {
        var bits = 8 * type.Size;
        var isOneBlock = type.IsSigned ? SignedBlock(min, bits) == SignedBlock(max, bits) : min >> bits == max >> bits;
        return isOneBlock ? Bounds.All.MeetSigned(ScalarArithmetic.Truncate(min, type), ScalarArithmetic.Truncate(max, type)) : null;
    }

    /// <summary>Numbers in one such block differ as their low bits do, read as signed.</summary>
    private static long SignedBlock(long value, int bits) => ((value >> (bits - 1)) + 1) >> 1;
}
