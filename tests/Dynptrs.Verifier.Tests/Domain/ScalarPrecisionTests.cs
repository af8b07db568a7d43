using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Domain;

/// <summary>What the verifier of Linux 7.2 proves of a number that may be anything, and by the nearest expression what it cannot.</summary>
public sealed class ScalarPrecisionTests
{
    private static readonly Scalar Any = Scalar.All;

    [Theory]
    [InlineData(BinaryOperator.And, 63, 0, 63)]
    [InlineData(BinaryOperator.Remainder, 64, 0, 63)]
    [InlineData(BinaryOperator.Remainder, 65, 0, 64)]
    [InlineData(BinaryOperator.UnsignedShiftRight, 58, 0, 63)]
    [InlineData(BinaryOperator.Divide, 1L << 58, 0, 63)]
    public void An_unsigned_operation_with_a_constant_bounds_any_number(BinaryOperator @operator, long constant, long min, long max) =>
        HasBounds(Apply(@operator, Any, constant, ScalarType.U64), min, max);

    [Theory]
    [InlineData(BinaryOperator.Remainder, 32, -31, 31)]
    [InlineData(BinaryOperator.Remainder, -32, -31, 31)]
    [InlineData(BinaryOperator.ShiftRight, 58, -32, 31)]
    [InlineData(BinaryOperator.Divide, 1L << 58, -32, 31)]
    public void A_signed_operation_with_a_constant_bounds_any_number(BinaryOperator @operator, long constant, long min, long max) =>
        HasBounds(Apply(@operator, Any, constant, ScalarType.I64), min, max);

    [Theory]
    [InlineData(BinaryOperator.ShiftRight, 3, 0, 15)]
    [InlineData(BinaryOperator.ShiftLeft, 2, 0, 508)]
    [InlineData(BinaryOperator.Multiply, 9, 0, 1143)]
    [InlineData(BinaryOperator.Divide, 2, 0, 63)]
    [InlineData(BinaryOperator.Or, 128, 128, 255)]
    [InlineData(BinaryOperator.Xor, 255, 128, 255)]
    [InlineData(BinaryOperator.And, ~7, 0, 120)]
    [InlineData(BinaryOperator.Subtract, 128, -128, -1)]
    [InlineData(BinaryOperator.Multiply, -1, -127, 0)]
    public void An_operation_with_a_constant_keeps_the_bounds_of_a_small_number(
        BinaryOperator @operator,
        long constant,
        long min,
        long max) =>
        HasBounds(Apply(@operator, Scalar.Signed(0, 127), constant, ScalarType.I64), min, max);

    [Fact]
    public void A_multiple_of_eight_is_known_to_be_one()
    {
        var aligned = Apply(BinaryOperator.Multiply, Apply(BinaryOperator.ShiftRight, Any, 3, ScalarType.U64), 8, ScalarType.U64);
        HasBounds(Apply(BinaryOperator.And, aligned, 7, ScalarType.U64), 0, 0);
        HasBounds(Apply(BinaryOperator.And, aligned, 8, ScalarType.U64), 0, 8);
    }

    [Fact]
    public void A_sum_of_ints_that_may_overflow_is_any_int()
    {
        HasBounds(Apply(BinaryOperator.Add, Scalar.Signed(0, int.MaxValue - 1), 1, ScalarType.I32), 1, int.MaxValue);
        HasBounds(Apply(BinaryOperator.Add, Scalar.Signed(0, int.MaxValue), 1, ScalarType.I32), int.MinValue, int.MaxValue);
    }

    [Fact]
    public void A_bound_that_is_no_member_moves_to_one()
    {
        var (some, _) = ScalarComparison.Assume(
            BinaryOperator.NotEqual, true, Apply(BinaryOperator.And, Any, 64, ScalarType.U64), Scalar.Constant(64), isSigned: false);
        HasBounds(some, 0, 0);
        var (few, _) = ScalarComparison.Assume(
            BinaryOperator.Less, true, Apply(BinaryOperator.And, Any, 0x44, ScalarType.U64), Scalar.Constant(5), isSigned: false);
        HasBounds(few, 0, 4);
    }

    [Fact]
    public void A_signed_upper_bound_leaves_negative_numbers_that_an_unsigned_bound_takes()
    {
        var (below, _) = ScalarComparison.Assume(BinaryOperator.LessOrEqual, true, Any, Scalar.Constant(63), isSigned: true);
        HasBounds(below, long.MinValue, 63);
        var (small, _) = ScalarComparison.Assume(BinaryOperator.LessOrEqual, true, below, Scalar.Constant(0x7fffffff), isSigned: false);
        HasBounds(small, 0, 63);
    }

    [Fact]
    public void A_number_below_one_that_is_bounded_is_bounded()
    {
        var (left, right) = ScalarComparison.Assume(BinaryOperator.LessOrEqual, true, Any, Scalar.Unsigned(0, 63), isSigned: false);
        HasBounds(left, 0, 63);
        HasBounds(right, 0, 63);
    }

    [Fact]
    public void A_bound_of_the_low_half_bounds_the_low_half_alone()
    {
        var low = Projection.Identity.Fit(ScalarType.U32)!.Value.Invert(Scalar.Unsigned(10, 20));
        HasBounds(low.Fit(ScalarType.U32), 10, 20);
        HasBounds(low.Fit(ScalarType.I32), 10, 20);
        Assert.Equal(Bounds.All.SignedMin + 10, low.SignedMin);
        HasBounds(low.Meet(Scalar.Signed(int.MinValue, int.MaxValue)), 10, 20);
    }

    private static Scalar Apply(BinaryOperator @operator, in Scalar left, long right, ScalarType type) =>
        ScalarArithmetic.Apply(@operator, left, Scalar.Constant(right), type);

    private static void HasBounds(in Scalar actual, long min, long max) => Assert.Equal((min, max), (actual.SignedMin, actual.SignedMax));
}
