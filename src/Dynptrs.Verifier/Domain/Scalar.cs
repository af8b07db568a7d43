using System;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>
/// A set of 64-bit patterns: those between two signed bounds and between two unsigned bounds. Narrower numbers are kept
/// sign- or zero-extended, so one domain serves all widths.
/// </summary>
/// <remarks>Follows the signed and unsigned bounds of <c>struct bpf_reg_state</c>.</remarks>
internal readonly record struct Scalar(long SignedMin, long SignedMax, ulong UnsignedMin, ulong UnsignedMax)
{
    /// <summary>Every pattern.</summary>
    public static Scalar All { get; } = new(long.MinValue, long.MaxValue, ulong.MinValue, ulong.MaxValue);

    public static Scalar Bool { get; } = Of(ScalarType.Bool);

    public bool IsConstant => SignedMin == SignedMax;

    /// <summary>Whether no pattern is left: a path that needs one does not exist.</summary>
    public bool IsEmpty => SignedMin > SignedMax || UnsignedMin > UnsignedMax;

    public static Scalar Constant(long value) => new(value, value, unchecked((ulong)value), unchecked((ulong)value));

    /// <summary>Every value of a type.</summary>
    public static Scalar Of(ScalarType type)
    {
        if (type == ScalarType.Bool)
            return Signed(0, 1);
        if (type.Size == 8)
            return All;
        var bits = 8 * type.Size;
        return type.IsSigned ? Signed(-(1L << (bits - 1)), (1L << (bits - 1)) - 1) : Signed(0, (1L << bits) - 1);
    }

    public static Scalar Signed(long min, long max) => new Scalar(min, max, ulong.MinValue, ulong.MaxValue).Normalized();

    public static Scalar Unsigned(ulong min, ulong max) => new Scalar(long.MinValue, long.MaxValue, min, max).Normalized();

    public bool Contains(in Scalar other) =>
        SignedMin <= other.SignedMin && other.SignedMax <= SignedMax && UnsignedMin <= other.UnsignedMin && other.UnsignedMax <= UnsignedMax;

    /// <summary>The least set that holds both.</summary>
    public Scalar Join(in Scalar other) => new(
        Math.Min(SignedMin, other.SignedMin),
        Math.Max(SignedMax, other.SignedMax),
        Math.Min(UnsignedMin, other.UnsignedMin),
        Math.Max(UnsignedMax, other.UnsignedMax));

    /// <summary>The patterns that are in both.</summary>
    public Scalar Meet(in Scalar other) => new Scalar(
        Math.Max(SignedMin, other.SignedMin),
        Math.Min(SignedMax, other.SignedMax),
        Math.Max(UnsignedMin, other.UnsignedMin),
        Math.Min(UnsignedMax, other.UnsignedMax)).Normalized();

    /// <summary>A set that holds this and <paramref name="next"/>, and stops growing after a few steps.</summary>
    public Scalar Widen(in Scalar next)
    {
        var joined = Join(next);
        return new Scalar(
            joined.SignedMin < SignedMin ? LowerThreshold(joined.SignedMin) : joined.SignedMin,
            joined.SignedMax > SignedMax ? UpperThreshold(joined.SignedMax) : joined.SignedMax,
            joined.UnsignedMin < UnsignedMin ? 0 : joined.UnsignedMin,
            joined.UnsignedMax > UnsignedMax ? UpperThreshold(joined.UnsignedMax) : joined.UnsignedMax);
    }

    /// <summary>What is left when the number is cut to a type and extended again.</summary>
    public Scalar Fit(ScalarType type)
    {
        if (type.Size == 8)
            return this;
        var all = Of(type);
        if (all.SignedMin <= SignedMin && SignedMax <= all.SignedMax)
            return this;
        return IsConstant ? Constant(ScalarArithmetic.Truncate(SignedMin, type)) : all;
    }

    /// <summary>Lets the signed bounds tell the unsigned ones and the reverse, where no sign is crossed.</summary>
    public Scalar Normalized()
    {
        var (signedMin, signedMax, unsignedMin, unsignedMax) = this;
        if (signedMin >= 0 || signedMax < 0)
        {
            unsignedMin = Math.Max(unsignedMin, unchecked((ulong)signedMin));
            unsignedMax = Math.Min(unsignedMax, unchecked((ulong)signedMax));
        }

        var (low, high) = unchecked(((long)unsignedMin, (long)unsignedMax));
        if (unsignedMin <= unsignedMax && low <= high)
        {
            signedMin = Math.Max(signedMin, low);
            signedMax = Math.Min(signedMax, high);
        }

        return new Scalar(signedMin, signedMax, unsignedMin, unsignedMax);
    }

    private static long LowerThreshold(long value) => value >= 0 ? 0 : value >= int.MinValue ? int.MinValue : long.MinValue;

    private static long UpperThreshold(long value) =>
        value <= byte.MaxValue ? byte.MaxValue : value <= int.MaxValue ? int.MaxValue : value <= uint.MaxValue ? uint.MaxValue : long.MaxValue;

    private static ulong UpperThreshold(ulong value) => value <= long.MaxValue ? (ulong)UpperThreshold((long)value) : ulong.MaxValue;
}
