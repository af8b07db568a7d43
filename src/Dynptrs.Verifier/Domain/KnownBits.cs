namespace Dynptrs.Verifier.Domain;

/// <summary>What is known of the bits of a pattern: those outside <paramref name="Mask"/> are as in <paramref name="Value"/>.</summary>
/// <param name="Value">The bits that are known to be set.</param>
/// <param name="Mask">The bits that are not known; never set in <paramref name="Value"/>.</param>
/// <remarks>The kernel's <c>struct tnum</c>. Each operation keeps every pattern that two members can give.</remarks>
internal readonly record struct KnownBits(ulong Value, ulong Mask)
{
    public static KnownBits Unknown { get; } = new(0, ulong.MaxValue);

    /// <summary>The greatest member.</summary>
    public ulong Max => Value | Mask;

    public static KnownBits Constant(ulong value) => new(value, 0);

    /// <summary>The bits that all patterns between two have in common: those above the highest in which the two differ.</summary>
    public static KnownBits Between(ulong min, ulong max)
    {
        var mask = Smear(min ^ max);
        return new KnownBits(min & ~mask, mask);
    }

    public bool Contains(KnownBits other) => (other.Mask & ~Mask) == 0 && (other.Value & ~Mask) == Value;

    public KnownBits Join(KnownBits other)
    {
        var mask = Mask | other.Mask | (Value ^ other.Value);
        return new KnownBits(Value & ~mask, mask);
    }

    /// <summary>What is in both, or <see langword="null"/> where the two contradict one another.</summary>
    public KnownBits? Meet(KnownBits other) =>
        ((Value ^ other.Value) & ~(Mask | other.Mask)) != 0 ? null : new KnownBits(Value | other.Value, Mask & other.Mask);

    /// <summary>Holds both, and loses all bits above the lowest that was lost: so it can grow only downwards.</summary>
    public KnownBits Widen(KnownBits next)
    {
        var joined = Join(next);
        var lost = joined.Mask & ~Mask;
        var mask = joined.Mask | (lost == 0 ? 0 : ~((lost & unchecked(~lost + 1)) - 1));
        return new KnownBits(joined.Value & ~mask, mask);
    }

    /// <summary>A carry is known as far as the least and the greatest sum agree on it.</summary>
    public KnownBits Add(KnownBits other)
    {
        unchecked
        {
            var least = Value + other.Value;
            var greatest = least + Mask + other.Mask;
            var mask = (least ^ greatest) | Mask | other.Mask;
            return new KnownBits(least & ~mask, mask);
        }
    }

    /// <summary>A borrow is known as far as the least and the greatest difference agree on it.</summary>
    public KnownBits Subtract(KnownBits other)
    {
        unchecked
        {
            var difference = Value - other.Value;
            var mask = ((difference + Mask) ^ (difference - other.Mask)) | Mask | other.Mask;
            return new KnownBits(difference & ~mask, mask);
        }
    }

    /// <summary>Long multiplication: a row for each bit of the multiplier that may be set.</summary>
    public KnownBits Multiply(KnownBits other)
    {
        unchecked
        {
            // The product of the known parts is exact; each row adds only what is uncertain about it.
            var uncertain = Constant(0);
            var (multiplier, row) = (this, other);
            while (multiplier.Max != 0)
            {
                if ((multiplier.Value & 1) != 0)
                    uncertain = uncertain.Add(new KnownBits(0, row.Mask));
                else if ((multiplier.Mask & 1) != 0)
                    uncertain = uncertain.Add(new KnownBits(0, row.Max));
                (multiplier, row) = (multiplier.ShiftRight(1), row.ShiftLeft(1));
            }

            return Constant(Value * other.Value).Add(uncertain);
        }
    }

    public KnownBits And(KnownBits other)
    {
        var value = Value & other.Value;
        return new KnownBits(value, Max & other.Max & ~value);
    }

    public KnownBits Or(KnownBits other)
    {
        var value = Value | other.Value;
        return new KnownBits(value, (Mask | other.Mask) & ~value);
    }

    public KnownBits Xor(KnownBits other)
    {
        var mask = Mask | other.Mask;
        return new KnownBits((Value ^ other.Value) & ~mask, mask);
    }

    public KnownBits ShiftLeft(int count) => new(Value << count, Mask << count);

    public KnownBits ShiftRight(int count) => new(Value >> count, Mask >> count);

    /// <summary>An arithmetic shift: an unknown sign makes all copies of it unknown.</summary>
    public KnownBits ShiftRightSigned(int count) => unchecked(new((ulong)((long)Value >> count), (ulong)((long)Mask >> count)));

    /// <summary>The least member that is not less than <paramref name="pattern"/>, or <see langword="null"/>.</summary>
    public ulong? Next(ulong pattern)
    {
        var wrong = (pattern ^ Value) & ~Mask;
        if (wrong == 0)
            return pattern;

        // Above the highest wrong bit the pattern is a member's already. Below, the least will do once something above has grown.
        var below = Smear(wrong);
        if ((Value & (below ^ (below >> 1))) != 0)
            return (pattern & ~below) | (Value & below);
        var zeros = Mask & ~pattern & ~below;
        if (zeros == 0)
            return null;
        var grown = unchecked(zeros & (~zeros + 1));
        return (pattern & ~(grown | (grown - 1))) | grown | (Value & (grown - 1));
    }

    /// <summary>The greatest member that is not greater than <paramref name="pattern"/>, or <see langword="null"/>.</summary>
    public ulong? Previous(ulong pattern) => ~new KnownBits(~Max, Mask).Next(~pattern);

    /// <summary>Sets all bits below the highest that is set.</summary>
    private static ulong Smear(ulong bits)
    {
        for (var shift = 1; shift < 64; shift <<= 1)
            bits |= bits >> shift;
        return bits;
    }
}
