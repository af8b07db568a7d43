using System;
using System.Collections.Immutable;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Domain;

/// <summary>No fact is lost by an operation: dense samples of all widths, and every pair of sets of a few small numbers.</summary>
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
        for (var round = 0; round < 40_000; round++)
        {
            var type = Types[random.Next(Types.Length)];
            var (left, a) = ScalarSamples.NewSet(random, type);
            var (right, b) = random.Next(3) == 0 ? ScalarSamples.NewConstant(random, type) : ScalarSamples.NewSet(random, type);
            CheckOperator(Operators[random.Next(Operators.Length)], left, [a], right, [b], type);
        }
    }

    private static readonly ImmutableArray<long> Thresholds = [long.MinValue, -300, -1, 3, 64, 1_000, uint.MaxValue];

    [Fact]
    public void Every_result_of_two_small_members_is_a_member_of_the_result()
    {
        foreach (var type in new[] { ScalarType.I8, ScalarType.U64 })
        {
            var numbers = type.IsSigned ? new long[] { -4, -3, -1, 0, 1, 2, 3 } : [0, 1, 2, 3, 4, 6, 7];
            foreach (var @operator in Operators)
            {
                for (var left = 1; left < 1 << numbers.Length; left++)
                {
                    for (var right = 1; right < 1 << numbers.Length; right += 1 + (left % 7))
                    {
                        CheckOperator(
                            @operator,
                            ScalarSamples.Join(numbers, left),
                            ScalarSamples.Members(numbers, left),
                            ScalarSamples.Join(numbers, right),
                            ScalarSamples.Members(numbers, right),
                            type);
                    }
                }
            }
        }
    }

    [Fact]
    public void Every_result_of_one_member_is_a_member_of_the_result()
    {
        var random = new Random(4);
        for (var round = 0; round < 40_000; round++)
        {
            var type = Types[random.Next(Types.Length)];
            var (set, member) = ScalarSamples.NewSet(random, type);
            var to = Types[random.Next(Types.Length)];
            Contains(set.Fit(to), ScalarArithmetic.Truncate(member, to), (to, set));
            Contains(ScalarArithmetic.Apply(UnaryOperator.Negate, set, type), ScalarArithmetic.Truncate(unchecked(-member), type), set);
            Contains(ScalarArithmetic.Apply(UnaryOperator.Complement, set, type), ScalarArithmetic.Truncate(~member, type), set);
        }
    }

    [Fact]
    public void A_join_holds_both_and_a_meet_what_is_in_both()
    {
        var random = new Random(5);
        for (var round = 0; round < 40_000; round++)
        {
            var type = Types[random.Next(Types.Length)];
            var (left, a) = ScalarSamples.NewSet(random, type);
            var (right, b) = ScalarSamples.NewSet(random, type);
            var (join, meet, widened) = (left.Join(right), left.Meet(right), left.Widen(right, Thresholds));
            if (!join.Contains(left) || !join.Contains(right) || join != right.Join(left))
                Assert.Fail($"{left} join {right} is {join}");
            if (!widened.Contains(join))
                Assert.Fail($"{left} widened by {right} is {widened}");
            if (!left.Contains(meet) || !right.Contains(meet))
                Assert.Fail($"{left} meet {right} is {meet}");
            if (left.Join(left) != left || left.Meet(left) != left)
                Assert.Fail($"{left} joined or met with itself");
            if (Has(left, b))
                Contains(meet, b, (left, right));
            if (Has(right, a))
                Contains(meet, a, (left, right));
            Assert.True(left.Contains(Scalar.Empty) && left.Join(Scalar.Empty) == left && left.Meet(Scalar.Empty).IsEmpty);
        }
    }

    [Fact]
    public void Widening_ends()
    {
        var random = new Random(6);
        for (var round = 0; round < 500; round++)
        {
            var type = Types[random.Next(Types.Length)];
            var (set, _) = ScalarSamples.NewSet(random, type);
            var changes = 0;
            for (var step = 0; step < 400; step++)
            {
                var next = set.Widen(ScalarSamples.NewSet(random, type).Set, Thresholds);
                changes += next == set ? 0 : 1;
                set = next;
            }

            Assert.True(changes <= 64 + (6 * Thresholds.Length), $"{changes} changes");
        }
    }

    [Fact]
    public void A_projection_tells_what_it_was_made_of_and_the_reverse()
    {
        var random = new Random(7);
        for (var round = 0; round < 40_000; round++)
        {
            var type = Types[random.Next(Types.Length)];
            var (original, member) = ScalarSamples.NewSet(random, type);
            var (projection, projected) = (Projection.Identity, member);
            for (var step = random.Next(1, 4); step > 0; step--)
            {
                var constant = ScalarSamples.NewConstant(random, type).Member;
                var kind = random.Next(3);
                var to = kind == 2 ? Types[random.Next(Types.Length)] : type;
                var next = kind switch
                {
                    0 => projection.Add(constant, type),
                    1 => projection.And((ulong)constant),
                    _ => projection.Fit(to),
                };
                if (next is null)
                    break;
                projected = kind switch
                {
                    0 => ScalarArithmetic.Truncate(unchecked(projected + constant), type),
                    1 => projected & constant,
                    _ => ScalarArithmetic.Truncate(projected, to),
                };
                (projection, type) = (next.Value, to);
            }

            var result = projection.Apply(original);
            Contains(result, projected, (projection, original));
            var learned = ScalarSamples.Around(random, projected);
            Contains(projection.Invert(learned), member, (projection, learned));
        }
    }

    private static void CheckOperator(
        BinaryOperator @operator,
        in Scalar left,
        ReadOnlySpan<long> leftMembers,
        in Scalar right,
        ReadOnlySpan<long> rightMembers,
        ScalarType type)
    {
        var isComparison = @operator.IsComparison();
        var decided = isComparison ? ScalarComparison.Decide(@operator, left, right, type.IsSigned) : null;
        var whenTrue = isComparison ? ScalarComparison.Assume(@operator, true, left, right, type.IsSigned) : default;
        var whenFalse = isComparison ? ScalarComparison.Assume(@operator, false, left, right, type.IsSigned) : default;
        var result = isComparison ? Scalar.Bool : ScalarArithmetic.Apply(@operator, left, right, type);
        foreach (var a in leftMembers)
        {
            foreach (var b in rightMembers)
            {
                if (isComparison)
                {
                    var expected = ScalarSamples.Compare(@operator, a, b, type.IsSigned);
                    var (learnedLeft, learnedRight) = expected ? whenTrue : whenFalse;
                    if (decided == !expected)
                        Assert.Fail($"{a} {@operator} {b} in {left}, {right}");
                    if (!Has(learnedLeft, a) || !Has(learnedRight, b))
                        Assert.Fail($"{a} {@operator} {b} is {expected} in {left}, {right} gives {learnedLeft}, {learnedRight}");
                }
                else if (ConstantArithmetic.TryApply(@operator, a, b, type) is { } value && !Has(result, value))
                {
                    Assert.Fail($"{a} {@operator}.{type} {b} = {value} in {left}, {right} gives {result}");
                }
            }
        }
    }

    private static bool Has(in Scalar set, long member) => set.Contains(Scalar.Constant(member));

    private static void Contains<T>(in Scalar set, long member, T source)
    {
        if (!Has(set, member))
            Assert.Fail($"{member} is not in {set}, made of {source}");
    }
}
