namespace Dynptrs.Analyzers.Tests.Lowering;

/// <summary>Calls of local functions, lambdas, generics and conversions.</summary>
public class FunctionLoweringTests
{
    [Fact]
    public void A_conversion_to_bool_is_a_call() => LoweringTest.AssertLowered(
        """
        static bool M(Window<int> a, Window<int> b, int n) => a && !b && n > 3;
        """,
        """
        b0:
            t4 = call conversion to bool(a)
            if move t4 goto b2 else b1
        b1:
            return 0
        b2:
            t5 = call conversion to bool(b)
            if move t5 goto b1 else b3
        b3:
            t6 = n Greater.i32 3
            return move t6
        """);

    [Fact]
    public void Captured_variables_are_hidden_parameters() => LoweringTest.AssertLowered(
        """
        static int M(int n) { int k = n; Outer(3); return k; void Outer(int z) { Inner(); n = z; } void Inner() { k++; } }
        """,
        """
        b0:
            k = n
            call Outer(3, Ref n, Ref k)
            return k
        """);

    [Fact]
    public void A_lambda_without_captures_is_a_function_value() => LoweringTest.AssertLowered(
        """
        static int M() { int n = 5; return Loop(10, static (int i, ref int c) => { c += i; return 0; }, ref n); }
        """,
        """
        b0:
            n = 5
            t1 = function lambda
            t2 = call Loop(10, move t1, Ref n)
            return move t2
        """);

    [Fact]
    public void A_lambda_with_captures_lets_them_escape() => LoweringTest.AssertLowered(
        """
        static void M() { int n = 5; Action a = () => n++; a(); }
        """,
        """
        b0:
            n = 5
            a = opaque Closure (a closure)
            call a()
            return
        """);

    [Fact]
    public void A_generic_callee_is_followed_with_its_type_arguments() => LoweringTest.AssertLowered(
        """
        static T Id<T>(T x) where T : allows ref struct => x;
        static void M() { var b = Make(); var c = Id(b); }
        """,
        """
        b0:
            b = call Make()
            c = call Id(b)
            return
        """);
}
