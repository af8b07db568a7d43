namespace Dynptrs.Verifier.Domain;

/// <summary>What was learned of some bits of a number by testing a copy of them, which tells the kernel nothing of the number.</summary>
/// <param name="Projection">How the copy was made of the number.</param>
/// <param name="Range">What the copy may be.</param>
internal sealed record MaskedRange(Projection Projection, Scalar Range)
{
    /// <summary>
    /// Whether the kernel learns something of the number all the same: where its highest bits are found clear, or the highest one is set, a
    /// compiler compares the number itself.
    /// </summary>
    public bool TellsKernel(NumberValue number)
    {
        var mask = Projection.Mask;
        if (number.Projection != Projection.Identity || Projection.Offset != 0 || mask == 0)
            return false;
        var possible = number.Range.Bits.Max;
        if (mask <= uint.MaxValue && number.Range.SignedMin >= int.MinValue && number.Range.SignedMax <= uint.MaxValue)
            possible &= uint.MaxValue;
        var lowest = mask & unchecked(~mask + 1);
        return (Range == Scalar.Zero || mask == lowest) && (possible & ~(lowest - 1) & ~mask) == 0;
    }

    /// <summary>What is known of another copy of some bits of the number: those that were found to be constant are as they were then.</summary>
    /// <param name="projection">How the copy was made.</param>
    /// <param name="range">What else is known of it.</param>
    public Scalar KnownOf(Projection projection, in Scalar range)
    {
        if (projection == Projection)
            return range.Meet(Range);
        if (!Range.IsConstant || projection.Offset != Projection.Offset || projection.IsSigned || Projection.IsSigned)
            return range;
        var isTested = projection.Mask & Projection.Mask;
        var tested = new KnownBits(Range.Bits.Value & isTested, Range.Bits.Mask | ~isTested);
        return range.Bits.Meet(tested) is { } bits ? new Scalar(range.Full, range.Low, bits).Normalized() : range;
    }
}
