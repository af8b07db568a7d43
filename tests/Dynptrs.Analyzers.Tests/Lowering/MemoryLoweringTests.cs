namespace Dynptrs.Analyzers.Tests.Lowering;

/// <summary>Spans, the stack, ranges, pointers and reinterpretation.</summary>
public class MemoryLoweringTests
{
    [Fact]
    public void Ranges_are_derived() => LoweringTest.AssertLowered(
        """
        static byte M(Span<byte> s, int n) { s[1..3].Clear(); s[n..].Fill(7); return s[^1]; }
        """,
        """
        b0:
            t2 = derive s + 1 length 2
            Fill move t2, 0
            t3 = i32->i64 n
            t4 = derive s + move t3
            Fill move t4, 7
            t5 = length s / 1
            t6 = move t5 Subtract.i32 1
            t7 = s[move t6]
            return move t7
        """);

    [Fact]
    public void Memory_of_the_stack_is_allocated() => LoweringTest.AssertLowered(
        """
        static void M() { Span<byte> t = stackalloc byte[16]; ReadOnlySpan<byte> u = "ab"u8; u.CopyTo(t); MemoryMarshal.Cast<byte, int>(t)[1] = 3; }
        """,
        """
        b0:
            t2 = allocate Stack 16
            t = move t2
            u = allocate Constant 2
            Copy t, u
            t3 = derive t + 0
            t3[1] = 3
            return
        """);

    [Fact]
    public void A_number_is_read_in_network_order() => LoweringTest.AssertLowered(
        """
        static ushort M(ReadOnlySpan<byte> s) => BinaryPrimitives.ReadUInt16BigEndian(s.Slice(12, 2));
        """,
        """
        b0:
            t1 = derive s + 12 length 2
            t2 = derive move t1 + 0 length 2
            t3 = t2.*
            t4 = 0
            t5 = t3 UnsignedShiftRight.u16 0
            t5 = t5 And.u16 255
            t5 = t5 ShiftLeft.u16 8
            t4 = t4 Or.u16 t5
            t6 = t3 UnsignedShiftRight.u16 8
            t6 = t6 And.u16 255
            t6 = t6 ShiftLeft.u16 0
            t4 = t4 Or.u16 t6
            return move t4
        """);

    [Fact]
    public void Unsafe_over_an_owner_is_a_reinterpretation() => LoweringTest.AssertLowered(
        """
        static byte M(ref Box b) => Unsafe.As<Box, byte>(ref b);
        """,
        """
        b0:
            t1 = opaque Reinterpretation (memory that is seen as another type)
            t2 = t1.*
            return move t2
        """);

    [Fact]
    public void Unsafe_over_plain_memory_is_derived() => LoweringTest.AssertLowered(
        """
        static int M(ref Sample b) => Unsafe.As<Sample, int>(ref b);
        """,
        """
        b0:
            t1 = b
            t2 = derive move t1 + 0
            t3 = t2.*
            return move t3
        """);

    [Fact]
    public void An_owner_in_an_explicit_layout_is_reinterpreted_where_its_neighbours_are_used() => LoweringTest.AssertLowered(
        """
        static int M(ref Union u) { u.Number = 3; return u.Owner.Peek(1); }
        [StructLayout(LayoutKind.Explicit)] ref struct Union { [FieldOffset(0)] public Box Owner; [FieldOffset(0)] public int Number; }
        """,
        """
        b0:
            opaque Reinterpretation (a field that overlaps an owner)
            u.*.Number = 3
            t1 = call Peek(In u.*.Owner, 1)
            return move t1
        """);

    [Fact]
    public void A_pointer_to_an_owner_is_a_reinterpretation() => LoweringTest.AssertLowered(
        """
        #pragma warning disable CS8500
        static void M(Box b) { Box* p = &b; *(int*)p = 3; }
        """,
        """
        b0:
            p = opaque Reinterpretation (a pointer to a variable)
            t2 = derive p + 0
            t2.* = 3
            return
        """);
}
