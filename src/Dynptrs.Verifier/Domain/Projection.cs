using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>
/// How a number was made of the one that its identity names: an offset was added, some bits were kept, and their sign extended.
/// What is learned of either holds for the other.
/// </summary>
/// <param name="Offset">What was added.</param>
/// <param name="Mask">The bits that were kept.</param>
/// <param name="IsSigned">Whether the highest kept bit was copied above; the mask is then all bits of an integer type.</param>
/// <remarks>
/// The kernel links a register to its copies, to its low half (<c>w2 = w1</c>), and to sums with a constant (<c>BPF_ADD_CONST</c>),
/// and <c>BPF_JSET</c> tests a register through a mask without a copy. In C# these are numbers of their own.
/// </remarks>
internal readonly record struct Projection(ulong Offset, ulong Mask, bool IsSigned)
{
    /// <summary>The number itself.</summary>
    public static Projection Identity { get; } = new(0, ulong.MaxValue, false);

    /// <summary>
    /// Whether all of the low half is kept, so that the kernel links a register to what it was made of: what is learned of it is learned of
    /// the original.
    /// </summary>
    public bool KeepsLowHalf => (Mask & uint.MaxValue) == uint.MaxValue;

    /// <summary>The projection that also adds a constant and cuts to a type, or <see langword="null"/> where there is none.</summary>
    public Projection? Add(long addend, ScalarType type)
    {
        // A sum's low bits depend on no others, so it is a sum of the original as far as those are kept.
        var mask = MaskOf(type);
        return (Mask & mask) == mask
            ? new Projection(unchecked(Offset + (ulong)addend) & mask, mask, type.IsSigned && type.Size < 8)
            : null;
    }

    /// <summary>The projection that also keeps some bits only, or <see langword="null"/> where there is none.</summary>
    public Projection? And(ulong mask) => IsSigned && (mask & ~Mask) != 0 ? null : new Projection(Offset, Mask & mask, false);

    /// <summary>The projection that is also cut to a type and extended again, or <see langword="null"/> where there is none.</summary>
    public Projection? Fit(ScalarType type)
    {
        var mask = MaskOf(type);
        if (And(mask) is not { } cut || !type.IsSigned || (cut.Mask & (mask ^ (mask >> 1))) == 0)
            return And(mask);
        return cut.Mask == mask ? cut with { IsSigned = type.Size < 8 } : null;
    }

    /// <summary>What the original says of this number.</summary>
    public Scalar Apply(in Scalar original)
    {
        if (original.IsEmpty)
            return original;
        var sum = Offset == 0 ? original : ScalarArithmetic.Add(original, Scalar.Constant(unchecked((long)Offset)));
        if (IsSigned)
            return sum.Fit(Mask == byte.MaxValue ? ScalarType.I8 : Mask == ushort.MaxValue ? ScalarType.I16 : ScalarType.I32);
        return Mask == ulong.MaxValue ? sum : ScalarArithmetic.And(sum, Scalar.Constant(unchecked((long)Mask)));
    }

    /// <summary>What this number says of the original.</summary>
    public Scalar Invert(in Scalar number)
    {
        if (number.IsEmpty)
            return number;
        var sum = number;
        if (Mask != ulong.MaxValue)
        {
            var low = KeepsLowHalf ? number.Low : Bounds.AllLow;
            sum = new Scalar(Bounds.All, low, new KnownBits(number.Bits.Value & Mask, number.Bits.Mask | ~Mask)).Normalized();
        }

        return Offset == 0 ? sum : ScalarArithmetic.Subtract(sum, Scalar.Constant(unchecked((long)Offset)));
    }

    private static ulong MaskOf(ScalarType type) => ulong.MaxValue >> (64 - (8 * type.Size));
}
