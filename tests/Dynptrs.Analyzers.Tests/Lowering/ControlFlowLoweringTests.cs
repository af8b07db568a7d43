namespace Dynptrs.Analyzers.Tests.Lowering;

/// <summary>Loops, scopes, switches, finally regions and handlers.</summary>
public class ControlFlowLoweringTests
{
    [Fact]
    public void A_loop_ends_the_scope_of_its_owner_on_every_way_round() => LoweringTest.AssertLowered(
        """
        static void M(int n) { for (int i = 0; i < n; i++) { Open(Events, out Box p); if (i == 1) continue; p.Close(); if (i == 3) break; Close(ref p); } }
        """,
        """
        b0:
            i = 0
            goto b1
        b1:
            t3 = i Less.i32 n
            if move t3 goto b3 else b2
        b2:
            return
        b3:
            t4 = allocate Global
            t5 = call Open(t4, Out p)
            t6 = i Equal.i32 1
            if move t6 goto b5 else b4
        b4:
            call Close(Ref p)
            t7 = i Equal.i32 3
            if move t7 goto b8 else b7
        b5:
            end p
            goto b6
        b6:
            i = i Add.i32 1
            goto b1
        b7:
            call Close(Ref p)
            end p
            goto b6
        b8:
            return
        """);

    [Fact]
    public void An_acquired_owner_that_nobody_takes_ends_with_its_statement() => LoweringTest.AssertLowered(
        """
        static void M() { Open(Events, out _); Make(); }
        """,
        """
        b0:
            t0 = allocate Global
            t2 = call Open(t0, Out t1)
            end t1
            t3 = call Make()
            end t3
            return
        """);

    [Fact]
    public void A_using_runs_its_cleanup_on_each_way_out() => LoweringTest.AssertLowered(
        """
        static int M(bool c) { using var b = new Disp(); if (c) return 1; b.Touch(); return 2; }
        ref struct Disp { public int X; public void Touch() { X = 4; } public void Dispose() { X = 0; } }
        """,
        """
        b0:
            b = default
            if c goto b2 else b1
        b1:
            call Touch(Ref b)
            t2 = 2
            call Dispose(Ref b)
            return move t2
        b2:
            t2 = 1
            call Dispose(Ref b)
            return move t2
        """);

    [Fact]
    public void A_discard_arm_always_matches() => LoweringTest.AssertLowered(
        """
        static int M(int x) => x switch { 1 => 5, > 3 and < 9 or 20 => 7, _ => 0 };
        """,
        """
        b0:
            t2 = x
            t3 = t2 Equal.i32 1
            if move t3 goto b2 else b1
        b1:
            t4 = t2 Greater.i32 3
            if move t4 goto b5 else b4
        b2:
            return 5
        b3:
            return 7
        b4:
            t6 = t2 Equal.i32 20
            if move t6 goto b3 else b6
        b5:
            t5 = t2 Less.i32 9
            if move t5 goto b3 else b4
        b6:
            return 0
        """);

    [Fact]
    public void A_property_pattern_calls_the_property() => LoweringTest.AssertLowered(
        """
        static int M(Window<Sample> w) => w is { IsNull: false } t ? t.Value.Pid : 0;
        """,
        """
        b0:
            t3 = call IsNull(In w)
            if move t3 goto b1 else b2
        b1:
            return 0
        b2:
            t = w
            t4 = call Value(In t)
            t5 = t4.*.Pid
            return move t5
        """);

    [Fact]
    public void A_switch_on_a_property_pattern_calls_the_property() => LoweringTest.AssertLowered(
        """
        static int M(Window<int> w) { switch (w) { case { IsNull: true }: return 1; default: return 2; } }
        """,
        """
        b0:
            t1 = w
            t2 = call IsNull(In t1)
            if move t2 goto b2 else b1
        b1:
            return 2
        b2:
            return 1
        """);

    [Fact]
    public void Foreach_over_an_array_is_a_loop_over_an_index() => LoweringTest.AssertLowered(
        """
        static int M(int[] a) { int s = 0; foreach (var x in a) s += x; return s; }
        """,
        """
        b0:
            s = 0
            t2 = a
            t3 = -1
            goto b1
        b1:
            t3 = t3 Add.i32 1
            t6 = length t2 / 4
            t7 = t3 Less.i32 move t6
            if move t7 goto b3 else b2
        b2:
            return s
        b3:
            x = t2[t3]
            s = s Add.i32 x
            goto b1
        """);

    [Fact]
    public void Foreach_by_reference_points_into_the_span() => LoweringTest.AssertLowered(
        """
        static void M(Span<int> a) { foreach (ref var x in a) x++; }
        """,
        """
        b0:
            t1 = a
            t2 = -1
            goto b1
        b1:
            t2 = t2 Add.i32 1
            t4 = length t1 / 4
            t5 = t2 Less.i32 move t4
            if move t5 goto b3 else b2
        b2:
            return
        b3:
            x = &t1[t2]
            t6 = &x.*
            t6.* = t6.* Add.i32 1
            goto b1
        """);

    [Fact]
    public void Foreach_over_an_inline_array_is_a_loop_over_an_index() => LoweringTest.AssertLowered(
        """
        static int M(Four a) { int s = 0; foreach (var x in a) s += x; a[2] = s; return a[1..3][0]; }
        [InlineArray(4)] struct Four { int _e; }
        """,
        """
        b0:
            s = 0
            t5 = &a
            t2 = derive move t5 + 0 length 16
            t3 = -1
            goto b1
        b1:
            t3 = t3 Add.i32 1
            t6 = length t2 / 4
            t7 = t3 Less.i32 move t6
            if move t7 goto b3 else b2
        b2:
            t5 = &a
            t8 = derive move t5 + 0 length 16
            t8[2] = s
            t5 = &a
            t9 = derive move t5 + 0 length 16
            t10 = derive move t9 + 4 length 8
            t11 = t10[0]
            return move t11
        b3:
            x = t2[t3]
            s = s Add.i32 x
            goto b1
        """);

    [Fact]
    public void A_throw_goes_to_the_handler_that_catches_it() => LoweringTest.AssertLowered(
        """
        static void M() { try { if (Time() == 3) throw new ArgumentException(); } catch (ArgumentException) { Time(); } }
        """,
        """
        b0:
            goto b2
        b1:
            opaque Part (an exception handler)
            t0 = call Time()
            return
        b2:
            t0 = call Time()
            t1 = move t0 Equal.u64 3
            if move t1 goto b4 else b3
        b3:
            return
        b4:
            t2 = opaque Heap (an object on the heap)
            opaque Exception (an exception)
            goto b1
        """);

    [Fact]
    public void A_throw_that_nobody_catches_runs_the_finally_region() => LoweringTest.AssertLowered(
        """
        static void M() { try { if (Time() == 3) throw new InvalidOperationException(); } catch (ArgumentException) { } finally { Time(); } }
        """,
        """
        b0:
            goto b2
        b1:
            opaque Part (an exception handler)
            t0 = call Time()
            return
        b2:
            t0 = call Time()
            t1 = move t0 Equal.u64 3
            if move t1 goto b4 else b3
        b3:
            t0 = call Time()
            return
        b4:
            t2 = opaque Heap (an object on the heap)
            opaque Exception (an exception)
            goto b5
        b5:
            t0 = call Time()
            throw
        """);

    [Fact]
    public void Goto_keeps_loops_as_they_are() => LoweringTest.AssertLowered(
        """
        static int M(int n) { again: if (n > 10) goto done; n += n; goto again; done: return n; }
        """,
        """
        b0:
            goto b1
        b1:
            t1 = n Greater.i32 10
            if move t1 goto b3 else b2
        b2:
            n = n Add.i32 n
            goto b1
        b3:
            return n
        """);

    [Fact]
    public void Null_coalescing_and_conditional_access_branch() => LoweringTest.AssertLowered(
        """
        static int M(Ring a, Ring b) { var c = a ?? b; return c?.GetHashCode() ?? 3; }
        """,
        """
        b0:
            t4 = a
            t8 = t4 Equal.handle null
            if move t8 goto b1 else b2
        b1:
            t3 = b
            goto b3
        b2:
            t3 = t4
            goto b3
        b3:
            c = move t3
            t7 = c
            t9 = t7 Equal.handle null
            if move t9 goto b4 else b5
        b4:
            t6 = default
            goto b6
        b5:
            t10 = call GetHashCode(t7)
            t6 = opaque Nullable (a nullable value)
            goto b6
        b6:
            t11 = opaque Nullable (a nullable value)
            if move t11 goto b7 else b8
        b7:
            return 3
        b8:
            t12 = call GetValueOrDefault(In t6)
            return move t12
        """);
}
