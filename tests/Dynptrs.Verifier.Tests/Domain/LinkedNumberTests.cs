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
        f.Convert("(uint)n", u, Of(n), ScalarType.I32, ScalarType.U32).Binary("u < 10", test, BinaryOperator.Less, Of(u), Operand.Constant(10, ScalarType.U32));
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
        f.Binary("n & 15", bits, BinaryOperator.And, Of(n), Constant(15)).Binary("bits == 0", test, BinaryOperator.Equal, Of(bits), Constant(0));
        Probe(f, test, n, probe, isPossible);
    }

    [Fact]
    public void The_low_half_of_a_wide_number_stays_bounded()
    {
        var f = new FunctionBuilder("f");
        var (x, u, test, again) = (f.Parameter("x", ScalarType.U64), f.Local("u", ScalarType.U32), f.Bool("test"), f.Local("again", ScalarType.I32));
        f.Convert("(uint)x", u, Of(x), ScalarType.U64, ScalarType.U32).Binary("u < 10", test, BinaryOperator.Less, Of(u), Operand.Constant(10, ScalarType.U32));
        Probe(f, test, again, 10, isPossible: false, () => f.Convert("(int)x", again, Of(x), ScalarType.U64, ScalarType.I32));
    }

    /// <summary>Leaks where the test holds and the number is the probe, so that the leak is found only where that is thought possible.</summary>
    private static void Probe(FunctionBuilder f, Local test, Local number, int probe, bool isPossible, System.Action? before = null)
    {
        var (ptr, found) = (f.Owner("ptr"), f.Bool("found"));
        f.If("test", test, "then", "else").Label("then");
        before?.Invoke();
        f.Binary("probe", found, BinaryOperator.Equal, Of(number), Constant(probe)).If("found", found, "leak", "else")
            .Label("leak").Call("reserve", null, Helpers.Reserve, Out(ptr)).Return("leaks")
            .Label("else").Return();
        if (isPossible)
            Verdict.Refuses(f.Build(), "Leak ptr @ leaks");
        else
            Verdict.Accepts(f.Build());
    }
}
