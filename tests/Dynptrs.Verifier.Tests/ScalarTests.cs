using System;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests;

public sealed class ScalarTests
{
    private static readonly ScalarType[] Types =
        [ScalarType.I8, ScalarType.U8, ScalarType.I16, ScalarType.U16, ScalarType.I32, ScalarType.U32, ScalarType.I64, ScalarType.U64];

    private static readonly BinaryOperator[] Operators = Enum.GetValues<BinaryOperator>();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_result_of_two_members_is_a_member_of_the_result(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200_000; round++)
        {
            var type = Types[random.Next(Types.Length)];
            var @operator = Operators[random.Next(Operators.Length)];
            var (left, a) = NewRange(random, type);
            var (right, b) = NewRange(random, type);
            if (ScalarComparison.IsComparison(@operator))
            {
                var expected = Compare(@operator, a, b, type.IsSigned);
                var decided = ScalarComparison.Decide(@operator, left, right, type.IsSigned);
                Assert.True(decided is null || decided == expected, $"{a} {@operator} {b} in {left}, {right}");
                var (learnedLeft, learnedRight) = ScalarComparison.Assume(@operator, expected, left, right, type.IsSigned);
                Assert.True(learnedLeft.Contains(Scalar.Constant(a)) && learnedRight.Contains(Scalar.Constant(b)), $"{a} {@operator} {b} is {expected} in {left}, {right}");
            }
            else if (ConstantArithmetic.TryApply(@operator, a, b, type) is { } value)
            {
                var result = ScalarArithmetic.Apply(@operator, left, right, type);
                Assert.True(result.Contains(Scalar.Constant(value)), $"{a} {@operator}.{type} {b} = {value} in {left}, {right} gives {result}");
            }
        }
    }

    [Fact]
    public void An_excluded_bound_is_learned_as_the_kernel_learns_it()
    {
        var (notZero, _) = ScalarComparison.Assume(BinaryOperator.NotEqual, true, Scalar.Of(ScalarType.I32), Scalar.Constant(0), isSigned: true);
        Assert.False(ScalarComparison.Decide(BinaryOperator.Equal, notZero, Scalar.Constant(0), isSigned: true));
        Assert.Null(ScalarComparison.Decide(BinaryOperator.Equal, notZero, Scalar.Constant(-22), isSigned: true));
    }

    private static (Scalar Range, long Member) NewRange(Random random, ScalarType type)
    {
        var (a, b, c) = (NewValue(random, type), NewValue(random, type), NewValue(random, type));
        if (!type.IsSigned)
        {
            var sorted = new[] { (ulong)a, (ulong)b, (ulong)c };
            Array.Sort(sorted);
            return (Scalar.Unsigned(sorted[0], sorted[2]), (long)sorted[1]);
        }

        var values = new[] { a, b, c };
        Array.Sort(values);
        return (Scalar.Signed(values[0], values[2]), values[1]);
    }

    private static long NewValue(Random random, ScalarType type)
    {
        var value = random.Next(4) switch
        {
            0 => random.Next(-4, 5),
            1 => random.NextInt64(long.MinValue, long.MaxValue),
            2 => 1L << random.Next(64),
            _ => -1L << random.Next(64),
        };
        return ScalarArithmetic.Truncate(value, type);
    }

    private static bool Compare(BinaryOperator @operator, long left, long right, bool isSigned)
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
}
