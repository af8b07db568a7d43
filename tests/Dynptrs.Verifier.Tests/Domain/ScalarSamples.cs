using System;
using System.Linq;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Domain;

/// <summary>Sets of numbers, each with a member, that are dense where arithmetic is delicate: at powers of two and around zero.</summary>
internal static class ScalarSamples
{
    public static (Scalar Set, long Member) NewConstant(Random random, ScalarType type)
    {
        var value = NewValue(random, type);
        return (Scalar.Constant(value), value);
    }

    public static (Scalar Set, long Member) NewSet(Random random, ScalarType type)
    {
        var member = NewValue(random, type);
        var set = Around(random, member);
        for (var more = random.Next(3); more > 0; more--)
            set = random.Next(2) == 0 ? set.Join(Around(random, NewValue(random, type))) : set.Meet(Around(random, member));
        return (set.Meet(Scalar.Of(type)), member);
    }

    /// <summary>Some set that holds a number.</summary>
    public static Scalar Around(Random random, long member)
    {
        var distance = random.NextInt64() >> random.Next(63);
        switch (random.Next(5))
        {
            case 0:
                return Scalar.Signed(
                    member < long.MinValue + distance ? long.MinValue : member - distance,
                    member > long.MaxValue - distance ? long.MaxValue : member + distance);
            case 1:
                var (pattern, width) = ((ulong)member, (ulong)distance);
                return Scalar.Unsigned(
                    pattern < width ? 0 : pattern - width, pattern > ulong.MaxValue - width ? ulong.MaxValue : pattern + width);
            case 2:
                var mask = (ulong)(random.NextInt64() & random.NextInt64()) >> random.Next(63);
                return Scalar.Of(new KnownBits((ulong)member & ~mask, mask));
            case 3:
                var low = Math.Min((uint)distance, (uint)member);
                return new Scalar(
                    Bounds.All,
                    Bounds.AllLow.MeetUnsigned((uint)member - low, Math.Min((ulong)(uint)member + low, uint.MaxValue)),
                    KnownBits.Unknown)
                    .Normalized();
            default:
                return Scalar.Constant(member);
        }
    }

    /// <summary>The set of those numbers whose bit is set in a selection.</summary>
    public static Scalar Join(long[] numbers, int selection)
    {
        var set = Scalar.Empty;
        foreach (var number in Members(numbers, selection))
            set = set.Join(Scalar.Constant(number));
        return set;
    }

    /// <summary>The numbers whose bit is set in a selection.</summary>
    public static long[] Members(long[] numbers, int selection) => [.. numbers.Where((_, i) => (selection >> i & 1) != 0)];

    public static bool Compare(BinaryOperator @operator, long left, long right, bool isSigned)
    {
        var order = isSigned ? left.CompareTo(right) : ((ulong)left).CompareTo((ulong)right);
        return @operator switch
        {
            BinaryOperator.Equal => order == 0,
            BinaryOperator.NotEqual => order != 0,
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    private static long NewValue(Random random, ScalarType type)
    {
        var value = random.Next(4) switch
        {
            0 => random.Next(-4, 5),
            1 => random.NextInt64(long.MinValue, long.MaxValue),
            2 => (1L << random.Next(64)) + random.Next(-1, 2),
            _ => (-1L << random.Next(64)) + random.Next(-1, 2),
        };
        return ScalarArithmetic.Truncate(value, type);
    }
}
