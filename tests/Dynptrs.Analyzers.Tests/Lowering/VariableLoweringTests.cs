namespace Dynptrs.Analyzers.Tests.Lowering;

/// <summary>Variables, aliases, copies, and the order of evaluation.</summary>
public class VariableLoweringTests
{
    [Fact]
    public void A_member_that_may_write_runs_on_a_copy_of_a_readonly_receiver() => LoweringTest.AssertLowered(
        """
        static void M(in Box b) { b.Touch(); b.Peek(4); }
        """,
        """
        b0:
            t1 = b.*
            call Touch(Ref t1)
            t2 = call Peek(In b.*, 4)
            return
        """);

    [Fact]
    public void A_member_of_a_variable_runs_on_the_variable() => LoweringTest.AssertLowered(
        """
        static void M(ref Box b) { b.Touch(); b.Peek(4); }
        """,
        """
        b0:
            call Touch(Ref b.*)
            t1 = call Peek(In b.*, 4)
            return
        """);

    [Fact]
    public void A_value_for_an_in_parameter_is_a_temporary() => LoweringTest.AssertLowered(
        """
        static void M() { View<int>(Make(), 0); }
        """,
        """
        b0:
            t0 = call Make()
            t1 = call View(In t0, 0)
            end t0
            end t1
            return
        """);

    [Fact]
    public void A_conditional_ref_is_an_alias() => LoweringTest.AssertLowered(
        """
        static void M(bool c, ref Box a, ref Box b) { (c ? ref a : ref b).Touch(); }
        """,
        """
        b0:
            if c goto b2 else b1
        b1:
            t3 = b
            goto b3
        b2:
            t3 = a
            goto b3
        b3:
            call Touch(Ref t3.*)
            return
        """);

    [Fact]
    public void A_conditional_value_is_a_copy() => LoweringTest.AssertLowered(
        """
        static void M(bool c, ref Box a, ref Box b) { (c ? a : b).Touch(); }
        """,
        """
        b0:
            if c goto b2 else b1
        b1:
            t3 = b.*
            goto b3
        b2:
            t3 = a.*
            goto b3
        b3:
            call Touch(Ref t3)
            return
        """);

    [Fact]
    public void With_is_a_copy() => LoweringTest.AssertLowered(
        """
        static Pair M(Pair a) => a with { Number = 3 };
        ref struct Pair { public Box Owner; public int Number; }
        """,
        """
        b0:
            t1 = a
            t1.Number = 3
            return move t1
        """);

    [Fact]
    public void The_address_of_a_target_is_taken_before_the_value_is_evaluated() => LoweringTest.AssertLowered(
        """
        static void M(Window<Sample> s, ref Box p) { s.Value.Pid = F(ref p); }
        static int F(ref Box p) => 0;
        """,
        """
        b0:
            t2 = call Value(In s)
            t3 = call F(Ref p.*)
            t2.*.Pid = move t3
            return
        """);

    [Fact]
    public void Statics_are_globals_and_constants_fold() => LoweringTest.AssertLowered(
        """
        static long X; const int K = 3;
        static long M(Ring r) { X = K + 1; Open(Events, out var b); b.Close(); return X; }
        """,
        """
        b0:
            t2 = allocate Global 8
            t2.* = 4
            t3 = allocate Global
            t4 = call Open(t3, Out b)
            call Close(Ref b)
            t2 = allocate Global 8
            t5 = t2.*
            return move t5
        """);

    [Fact]
    public void A_swap_evaluates_the_right_side_first() => LoweringTest.AssertLowered(
        """
        static int M(int a, int b) { (a, b) = (b, a); return a - b; }
        """,
        """
        b0:
            t2 = b
            t3 = a
            a = move t2
            b = move t3
            t4 = a Subtract.i32 b
            return move t4
        """);

    [Fact]
    public void Small_integers_are_widened_and_cut() => LoweringTest.AssertLowered(
        """
        static byte M(byte q, sbyte s) { q += 2; q++; return (byte)(q + s); }
        """,
        """
        b0:
            t2 = u8->i32 q
            t3 = move t2 Add.i32 2
            q = i32->u8 move t3
            q = q Add.u8 1
            t2 = u8->i32 q
            t4 = i8->i32 s
            t5 = move t2 Add.i32 move t4
            t6 = i32->u8 move t5
            return move t6
        """);

    [Fact]
    public void Increments_keep_their_order() => LoweringTest.AssertLowered(
        """
        static int M(int a) => a++ + ++a;
        """,
        """
        b0:
            t1 = a
            a = a Add.i32 1
            a = a Add.i32 1
            t2 = move t1 Add.i32 a
            return move t2
        """);

    [Fact]
    public void Object_initializers_build_a_temporary() => LoweringTest.AssertLowered(
        """
        static Sample M() { var s = new Sample { Pid = 3, Flag = 1 }; return s; }
        """,
        """
        b0:
            t1 = default
            t1.Pid = 3
            t1.Flag = 1
            s = move t1
            return s
        """);

    [Fact]
    public void A_constructor_is_followed() => LoweringTest.AssertLowered(
        """
        static int M() { var s = new Point(3); return s.X; }
        readonly struct Point { public readonly int X; public Point(int x) { X = x; } }
        """,
        """
        b0:
            t1 = default
            call Point(Out t1, 3)
            s = move t1
            t2 = s.X
            return move t2
        """);

    [Fact]
    public void A_return_by_reference_is_a_pointer() => LoweringTest.AssertLowered(
        """
        static ref int M(Window<Sample> s) => ref s.Value.Pid;
        """,
        """
        b0:
            t1 = call Value(In s)
            t2 = &t1.*.Pid
            return move t2
        """);

    [Fact]
    public void A_ref_field_is_followed() => LoweringTest.AssertLowered(
        """
        static void M(ref int x) { var r = new Holder { R = ref x }; r.R = 5; }
        ref struct Holder { public ref int R; }
        """,
        """
        b0:
            t2 = default
            t2.R = x
            r = move t2
            r.R.* = 5
            return
        """);
}
