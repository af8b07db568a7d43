using System;
using System.Collections.Immutable;

namespace Dynptrs.Verifier.Domain;

/// <summary>Bounds of a pattern, read as a signed and as an unsigned number.</summary>
/// <remarks>Those of a 32-bit pattern are kept sign-extended and zero-extended.</remarks>
internal readonly record struct Bounds(long SignedMin, long SignedMax, ulong UnsignedMin, ulong UnsignedMax)
{
    /// <summary>Every 64-bit pattern.</summary>
    public static Bounds All { get; } = new(long.MinValue, long.MaxValue, ulong.MinValue, ulong.MaxValue);

    /// <summary>Every 32-bit pattern.</summary>
    public static Bounds AllLow { get; } = new(int.MinValue, int.MaxValue, uint.MinValue, uint.MaxValue);

    public bool IsEmpty => SignedMin > SignedMax || UnsignedMin > UnsignedMax;

    public static Bounds Constant(long value) => new(value, value, unchecked((ulong)value), unchecked((ulong)value));

    public static Bounds ConstantLow(long value) => unchecked(new((int)value, (int)value, (uint)value, (uint)value));

    public bool Contains(in Bounds other) =>
        SignedMin <= other.SignedMin
        && other.SignedMax <= SignedMax
        && UnsignedMin <= other.UnsignedMin
        && other.UnsignedMax <= UnsignedMax;

    public Bounds Join(in Bounds other) => new(
        Math.Min(SignedMin, other.SignedMin),
        Math.Max(SignedMax, other.SignedMax),
        Math.Min(UnsignedMin, other.UnsignedMin),
        Math.Max(UnsignedMax, other.UnsignedMax));

    public Bounds Meet(in Bounds other) => new(
        Math.Max(SignedMin, other.SignedMin),
        Math.Min(SignedMax, other.SignedMax),
        Math.Max(UnsignedMin, other.UnsignedMin),
        Math.Min(UnsignedMax, other.UnsignedMax));

    public Bounds MeetSigned(long min, long max) => new(Math.Max(SignedMin, min), Math.Min(SignedMax, max), UnsignedMin, UnsignedMax);

    public Bounds MeetUnsigned(ulong min, ulong max) => new(SignedMin, SignedMax, Math.Max(UnsignedMin, min), Math.Min(UnsignedMax, max));

    /// <summary>
    /// Holds both. A bound that moved goes to the next of a few thresholds, the last of which are those of <paramref name="all"/>.
    /// </summary>
    /// <param name="next">The other.</param>
    /// <param name="all">Every pattern.</param>
    /// <param name="thresholds">Further thresholds, from the least to the greatest.</param>
    public Bounds Widen(in Bounds next, in Bounds all, ImmutableArray<long> thresholds) => new(
        next.SignedMin >= SignedMin ? SignedMin : LowerThreshold(next.SignedMin, all.SignedMin, thresholds),
        next.SignedMax <= SignedMax ? SignedMax
            : (long)Math.Min(UpperThreshold((ulong)Math.Max(next.SignedMax, 0), (ulong)all.SignedMax), Next(next.SignedMax, thresholds)),
        next.UnsignedMin >= UnsignedMin ? UnsignedMin : 0,
        next.UnsignedMax <= UnsignedMax ? UnsignedMax
            : Math.Min(
                UpperThreshold(next.UnsignedMax, all.UnsignedMax),
                next.UnsignedMax <= long.MaxValue ? Next((long)next.UnsignedMax, thresholds) : ulong.MaxValue));

    /// <summary>Lets the signed bounds tell the unsigned ones and the reverse.</summary>
    /// <param name="low">Whether these are the bounds of a 32-bit pattern.</param>
    /// <remarks>Follows <c>__reg64_deduce_bounds</c> and <c>__reg32_deduce_bounds</c>.</remarks>
    public Bounds Deduce(bool low)
    {
        var (signedMin, signedMax, unsignedMin, unsignedMax) = this;
        if (signedMin < 0 && signedMax >= 0)
        {
            // As patterns the signed bounds are two ranges, one at each end: where the unsigned bounds miss one, the sign is known.
            var (canBeNegative, canBePositive) = (unsignedMax >= Pattern(signedMin, low), unsignedMin <= (ulong)signedMax);
            if (canBeNegative && canBePositive)
                return this;
            if (canBePositive)
                signedMin = 0;
            else
                signedMax = -1;
        }

        unsignedMin = Math.Max(unsignedMin, Pattern(signedMin, low));
        unsignedMax = Math.Min(unsignedMax, Pattern(signedMax, low));
        return unsignedMin > unsignedMax
            ? new Bounds(1, 0, 1, 0)
            : new Bounds(
                Math.Max(signedMin, Number(unsignedMin, low)), Math.Min(signedMax, Number(unsignedMax, low)), unsignedMin, unsignedMax);
    }

    /// <summary>Lets the bits tell the bounds: a bound that is no member moves to the next that is.</summary>
    public Bounds Deduce(KnownBits bits, bool low)
    {
        var sign = low ? 1UL << 31 : 1UL << 63;

        // With the sign turned over, signed numbers are in the order of their patterns.
        var turned = new KnownBits((bits.Value ^ sign) & ~bits.Mask, bits.Mask);
        if (bits.Next(UnsignedMin) is not { } unsignedMin
            || bits.Previous(UnsignedMax) is not { } unsignedMax
            || turned.Next(Pattern(SignedMin, low) ^ sign) is not { } signedMin
            || turned.Previous(Pattern(SignedMax, low) ^ sign) is not { } signedMax)
        {
            return new Bounds(1, 0, 1, 0);
        }

        return new Bounds(Number(signedMin ^ sign, low), Number(signedMax ^ sign, low), unsignedMin, unsignedMax);
    }

    private static ulong Pattern(long number, bool low) => unchecked(low ? (uint)number : (ulong)number);

    private static long Number(ulong pattern, bool low) => unchecked(low ? (int)pattern : (long)pattern);

    private static long LowerThreshold(long value, long all, ImmutableArray<long> thresholds)
    {
        var threshold = value >= 0 ? 0 : value >= int.MinValue ? int.MinValue : all;
        foreach (var other in thresholds)
        {
            if (other <= value)
                threshold = Math.Max(threshold, other);
        }

        return threshold;
    }

    /// <summary>The least of the thresholds that is no less than a number; of a negative one, none below 0.</summary>
    private static ulong Next(long value, ImmutableArray<long> thresholds)
    {
        foreach (var threshold in thresholds)
        {
            if (threshold >= Math.Max(value, 0))
                return (ulong)threshold;
        }

        return ulong.MaxValue;
    }

    private static ulong UpperThreshold(ulong value, ulong all) =>
        value <= byte.MaxValue ? byte.MaxValue
        : value <= int.MaxValue ? int.MaxValue
        : value <= uint.MaxValue ? uint.MaxValue
        : value <= long.MaxValue ? long.MaxValue : all;
}
