using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Kinds of dynptr, and where the memory behind one comes from.</summary>
public sealed class KindTests
{
    [Fact]
    public Task A_release_asks_for_its_kind() => PacketProgram.Verify(
        """
        s_events.Reserve(8, out Dynptr record);
        record.Submit();
        {|DYN011:local|}.Submit();
        """,
        "private static readonly RingBuf s_events = new(4096);");

    [Fact]
    public Task A_release_in_a_method_that_is_followed_asks_for_its_kind() => PacketProgram.Verify(
        """
        s_events.Reserve(8, out Dynptr record);
        Submit(ref record);
        Submit(ref local);
        """,
        """
        private static readonly RingBuf s_events = new(4096);

        private static void Submit(ref Dynptr any) => {|DYN011:any|}.Submit();
        """);

    [Fact]
    public Task Any_kind_may_be_released_where_none_is_asked_for() => Library.Verify("""
        public static void Any()
        {
            Hotel.CheckIn(out Room room);
            room.Dispose();
            Hotel.Show(out Room lobby);
            lobby.Dispose();
        }

        public static void Other()
        {
            Hotel.Show(out Room lobby);
            Hotel.CheckOut(ref {|DYN011:lobby|});
        }
        """);

    [Fact]
    public Task What_is_lent_may_have_a_kind() => Library.Verify("""
        public static void Known([Borrowed("lobby")] in Room room)
        {
            Hotel.Share(in room, out Room other);
            Hotel.CheckOut(ref {|DYN011:other|});
        }

        public static void Calls()
        {
            Hotel.Show(out Room lobby);
            Known(in lobby);
            Hotel.CheckIn(out Room room);
            Known(in {|DYN011:room|});
            Hotel.CheckOut(ref room);
        }

        public static void Any([Borrowed] in Room room)
        {
            Hotel.Share(in room, out Room other);
            Hotel.CheckOut(ref {|DYN002:other|});
        }
        """);

    [Fact]
    public Task Memory_of_a_dynptr_is_a_map_value_or_a_static_variable() => PacketProgram.Verify(
        """
        if (Map.Lookup(0) is var value && value)
            Dynptr.FromMemory(ref value.Value, 0, out Dynptr _);
        Dynptr.FromMemory(value ? value.Bytes : [], 0, out Dynptr _);
        Dynptr.FromMemory(ref s_global, 0, out Dynptr _);
        Dynptr.FromMemory(MemoryMarshal.AsBytes(new Span<long>(ref s_global)), 0, out Dynptr _);
        Fill(ref s_global);
        """,
        """
        private static readonly ArrayMap<long> Map = new(1);

        private static void Fill(ref long memory) => Dynptr.FromMemory(ref memory, 0, out Dynptr _);
        """);

    [Fact]
    public Task Memory_of_a_dynptr_is_not_on_the_stack() => PacketProgram.Verify("""
        ulong onStack = any;
        Dynptr.FromMemory(ref {|DYN011:onStack|}, 0, out Dynptr _);
        Span<byte> bytes = stackalloc byte[8];
        Dynptr.FromMemory({|DYN011:bytes|}, 0, out Dynptr _);
        """);

    [Fact]
    public Task Memory_of_a_dynptr_is_not_on_the_stack_of_host_code_either() => PacketProgram.VerifyInHost("""
        ulong onStack = any;
        Dynptr.FromMemory(ref {|DYN011:onStack|}, 0, out Dynptr _);
        """);

    [Fact]
    public async Task An_empty_or_null_span_is_no_memory_of_a_program()
    {
        await PacketProgram.VerifyInHost("Dynptr.FromMemory([], 0, out Dynptr _);");
        await PacketProgram.Verify("Dynptr.FromMemory({|DYN006:[]|}, 0, out Dynptr _);");
        await PacketProgram.Verify("Span<byte> onStack = stackalloc byte[8]; Dynptr.FromMemory({|DYN011:onStack[..0]|}, 0, out Dynptr _);");
    }

    [Fact]
    public Task Memory_of_a_dynptr_is_no_slice() => PacketProgram.Verify("""
        Slice<long> data = local.Data<long>(0);
        if (data)
            Dynptr.FromMemory(ref {|DYN011:data.Value|}, 0, out Dynptr _);
        Slice bytes = local.Data(0, 8);
        if (bytes)
            Dynptr.FromMemory({|DYN011:bytes.Span|}, 0, out Dynptr _);
        """);

    [Theory]
    [InlineData("bytes", "DYN011")]
    [InlineData("new byte[8]", "DYN032")]
    public async Task Where_memory_comes_from_must_be_known_in_program_code_only(string memory, string rule)
    {
        var members = $$"""
            private static readonly byte[] s_heap = new byte[8];

            private static void Make(Span<byte> bytes) => Dynptr.FromMemory({{memory}}, 0, out Dynptr _);
            """;
        await PacketProgram.VerifyInHost("Make(s_heap);", members);
        await PacketProgram.Verify(
            "Make(s_heap);",
            members.Replace($"({memory}", "({|" + rule + ":" + memory + "|}", System.StringComparison.Ordinal));
    }

    [Fact]
    public Task What_is_given_back_is_what_was_acquired() => AnalyzerTest.VerifyWithLibrary(Records, """
        using Dynptrs;

        public static class Programs
        {
            private static long s_global;

            public static void Whole()
            {
                Slice<long> record = Ring.Reserve();
                if (!record)
                    return;
                record.Value = 4;
                Slice<long> copy = record;
                Ring.Submit(copy);
            }

            public static void Part()
            {
                Dynptr.FromMemory(ref s_global, out Dynptr ptr);
                Slice<long> data = ptr.Data<long>(0);
                if (data)
                    Ring.Submit({|DYN011:data|});
            }

            public static void OfAnotherKind()
            {
                Slice<long> record = Ring.Reserve();
                if (record)
                    Ring.Close({|DYN011:record|});
            }
        }
        """);

    [Fact]
    public Task Memory_that_was_acquired_is_followed_as_an_owner_is() => AnalyzerTest.VerifyWithLibrary(Records, """
        using Dynptrs;

        public static class Programs
        {
            public static void Kept(int n)
            {
                Slice<long> record = Ring.Reserve();
                if (!record)
                    return;
                if (n > 3)
                    {|DYN001:return;|}
                Ring.Submit(record);
            }

            public static void Twice()
            {
                Slice<long> record = Ring.Reserve();
                if (!record)
                    return;
                Ring.Submit(record);
                Ring.Submit({|DYN002:record|});
            }

            public static long Late()
            {
                Slice<long> record = Ring.Reserve();
                if (!record)
                    return 0;
                Ring.Submit(record);
                return {|DYN005:record|}.Value;
            }

            public static void Untested()
            {
                Slice<long> record = Ring.Reserve();
                Ring.Submit({|DYN006:record|});
            }
        }
        """);

    private const string Records = """
        using System;
        using Dynptrs;

        public static class Ring
        {
            [return: Acquires("record"), MayBeNull] public static Slice<long> Reserve() => throw new NotSupportedException();
            public static void Submit([Releases("record")] Slice<long> record) => throw new NotSupportedException();
            public static void Close([Releases("door")] Slice<long> record) => throw new NotSupportedException();
        }
        """;
}
