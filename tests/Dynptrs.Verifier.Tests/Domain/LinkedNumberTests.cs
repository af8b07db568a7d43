using Dynptrs.Verifier.IR;
using static Dynptrs.Verifier.Tests.FunctionBuilder;

namespace Dynptrs.Verifier.Tests.Domain;

/// <summary>A branch on what was made of a number teaches about the number, and about what else was made of it.</summary>
public sealed class LinkedNumberTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(-1, false)]
    public void An_unsigned_view_of_an_int_teaches_about_the_int(int probe, bool isPossible)
    {
        var f = new FunctionBuilder("f");
        var (n, u, test) = (f.Parameter("n", ScalarType.I32), f.Local("u", ScalarType.U32), f.Bool("test"));
        f.Convert("(uint)n", u, Of(n), ScalarType.I32, ScalarType.U32)
            .Binary("u < 10", test, BinaryOperator.Less, Of(u), Operand.Constant(10, ScalarType.U32));
        Probe(f, test, n, probe, isPossible);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(-4, true)]
    [InlineData(12, false)]
    [InlineData(-5, false)]
    public void A_sum_with_a_constant_teaches_about_the_number(int probe, bool isPossible)
    {
        var f = new FunctionBuilder("f");
        var (n, sum, u, test) = (f.Parameter("n", ScalarType.I32), f.Int("sum"), f.Local("u", ScalarType.U32), f.Bool("test"));
        f.Binary("n + 4", sum, BinaryOperator.Add, Of(n), Constant(4))
            .Convert("(uint)sum", u, Of(sum), ScalarType.I32, ScalarType.U32)
            .Binary("u < 16", test, BinaryOperator.Less, Of(u), Operand.Constant(16, ScalarType.U32));
        Probe(f, test, n, probe, isPossible);
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(12, false)]
    public void A_test_of_some_bits_teaches_about_the_number(int probe, bool isPossible)
    {
        var f = new FunctionBuilder("f");
        var (n, bits, test) = (f.Parameter("n", ScalarType.I32), f.Int("bits"), f.Bool("test"));
        f.Binary("n & 15", bits, BinaryOperator.And, Of(n), Constant(15))
            .Binary("bits == 0", test, BinaryOperator.Equal, Of(bits), Constant(0));
        Probe(f, test, n, probe, isPossible);
    }

    [Theory]
    [InlineData(false, 12, false)]
    [InlineData(true, 12, true)]
    [InlineData(true, 16, true)]
    public void In_a_program_the_bound_of_some_bits_tells_nothing_about_the_number(bool isProgramCode, int probe, bool isPossible)
    {
        var f = new FunctionBuilder("f");
        var (n, bits, test) = (f.Parameter("n", ScalarType.I32), f.Int("bits"), f.Bool("test"));
        f.Binary("n & 15", bits, BinaryOperator.And, Of(n), Constant(15))
            .Binary("bits < 8", test, BinaryOperator.Less, Of(bits), Constant(8));
        Probe(f, test, n, probe, isPossible, isProgramCode: isProgramCode);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void In_a_program_the_bound_of_some_bits_holds_when_they_are_taken_again(int probe, bool isPossible)
    {
        var f = new FunctionBuilder("f");
        var (n, bits, again, test) = (f.Parameter("n", ScalarType.I32), f.Int("bits"), f.Int("again"), f.Bool("test"));
        f.Binary("n & 15", bits, BinaryOperator.And, Of(n), Constant(15))
            .Binary("bits < 8", test, BinaryOperator.Less, Of(bits), Constant(8));
        Probe(f, test, again, probe, isPossible, TakeAgain, isProgramCode: true);

        void TakeAgain() => f.Binary("n & 15 again", again, BinaryOperator.And, Of(n), Constant(15));
    }

    [Theory]
    [InlineData(4, 16, true)]
    [InlineData(4, 20, true)]
    [InlineData(-4, 3, true)]
    [InlineData(-4, 20, false)]
    public void In_a_program_the_number_is_known_by_its_highest_bits_alone(int mask, int probe, bool isPossible)
    {
        var f = new FunctionBuilder("f");
        var (n, bits, test) = (f.Parameter("n", ScalarType.I32), f.Int("bits"), f.Bool("test"));
        f.Binary("n & mask", bits, BinaryOperator.And, Of(n), Constant(mask))
            .Binary("bits == 0", test, BinaryOperator.Equal, Of(bits), Constant(0));
        Probe(f, test, n, probe, isPossible, isProgramCode: true);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(7, false)]
    public void In_a_program_a_bit_that_is_clear_is_clear_where_more_are_masked(int probe, bool isPossible)
    {
        var f = new FunctionBuilder("f");
        var (n, bit, test, more) = (f.Parameter("n", ScalarType.I32), f.Int("bit"), f.Bool("test"), f.Int("more"));
        f.Binary("n & 4", bit, BinaryOperator.And, Of(n), Constant(4)).Binary("bit == 0", test, BinaryOperator.Equal, Of(bit), Constant(0));
        Probe(f, test, more, probe, isPossible, () => f.Binary("n & 7", more, BinaryOperator.And, Of(n), Constant(7)), isProgramCode: true);
    }

    [Theory]
    [InlineData(BinaryOperator.Remainder, false, false)]
    [InlineData(BinaryOperator.Remainder, true, true)]
    [InlineData(BinaryOperator.Divide, false, false)]
    [InlineData(BinaryOperator.Divide, true, true)]
    public void In_a_program_a_varying_divisor_tells_nothing(BinaryOperator @operator, bool isProgramCode, bool isPossible)
    {
        var f = new FunctionBuilder("f");
        var (n, divisor, positive, x, result, test) =
            (f.Parameter("n", ScalarType.I32), f.Int("divisor"), f.Int("positive"), f.Int("x"), f.Int("result"), f.Bool("test"));
        f.Binary("n & 7", divisor, BinaryOperator.And, Of(n), Constant(7))
            .Binary("+ 2", positive, BinaryOperator.Add, Of(divisor), Constant(2))
            .Binary("n & 127", x, BinaryOperator.And, Of(n), Constant(127)).Binary("x op y", result, @operator, Of(x), Of(positive))
            .Binary("true", test, BinaryOperator.Equal, Constant(0), Constant(0));
        Probe(f, test, result, 64, isPossible, isProgramCode: isProgramCode);
    }

    [Fact]
    public void The_low_half_of_a_wide_number_stays_bounded()
    {
        var f = new FunctionBuilder("f");
        var (x, u, test, again) = (
            f.Parameter("x", ScalarType.U64), f.Local("u", ScalarType.U32), f.Bool("test"), f.Local("again", ScalarType.I32));
        f.Convert("(uint)x", u, Of(x), ScalarType.U64, ScalarType.U32)
            .Binary("u < 10", test, BinaryOperator.Less, Of(u), Operand.Constant(10, ScalarType.U32));
        Probe(f, test, again, 10, isPossible: false, () => f.Convert("(int)x", again, Of(x), ScalarType.U64, ScalarType.I32));
    }

    /// <summary>
    /// Leaks where the test holds and the number is the probe, so that the leak is found only where that is thought possible.
    /// </summary>
    private static void Probe(
        FunctionBuilder f,
        Local test,
        Local number,
        int probe,
        bool isPossible,
        System.Action? before = null,
        bool isProgramCode = false)
    {
        var (ptr, found) = (f.Owner("ptr"), f.Bool("found"));
        f.If("test", test, "then", "else").Label("then");
        before?.Invoke();
        f.Binary("probe", found, BinaryOperator.Equal, Of(number), Constant(probe)).If("found", found, "leak", "else")
            .Label("leak").Call("reserve", null, Helpers.Reserve, Out(ptr)).Return("leaks")
            .Label("else").Return();
        if (isPossible)
            Verdict.Refuses(f.Build(isProgramCode: isProgramCode), "Leak ptr @ leaks");
        else
            Verdict.Accepts(f.Build(isProgramCode: isProgramCode));
    }
}
