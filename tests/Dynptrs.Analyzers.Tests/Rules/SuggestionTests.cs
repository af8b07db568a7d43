using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>
/// What is accepted and may still not be what was meant: beside each suggestion its nearest neighbour, of which nothing is said.
/// </summary>
public sealed class SuggestionTests
{
    [Theory]
    [InlineData("{|DYN101:ptr.Read(bytes)|};")]
    [InlineData("{|DYN101:ptr.Write(0, bytes)|};")]
    [InlineData("{|DYN101:ptr.Adjust(1, 2)|};")]
    [InlineData("_ = ptr.Read(bytes);")]
    [InlineData("int err = ptr.Read(bytes);")]
    [InlineData("if (ptr.Read(bytes) != 0) return;")]
    [InlineData("skb.ToDynptr(out Dynptr other);")] // It is null where the call fails.
    public Task An_errno_that_alone_tells_is_not_ignored(string statement) => VerifyPacket(statement);

    [Theory]
    [InlineData("skb.ToDynptr({|DYN102:1|}, out Dynptr other);")]
    [InlineData("_ = ptr.Read(bytes, 0, {|DYN102:flags & 6 | 1|});")]
    [InlineData("_ = ptr.Read(bytes, 0, flags);")] // It may be 0.
    [InlineData("_ = ptr.Write(0, bytes, 1);")] // Packets take flags.
    [InlineData("_ = local.Write(0, bytes, {|DYN102:1|});")]
    [InlineData("_ = local.Write(0, bytes, 0);")]
    [InlineData("_ = local.Write(0, bytes, flags);")]
    [InlineData("Lend(-{|DYN102:1|});")]
    [InlineData("Lend({|DYN102:10|});")]
    [InlineData("Lend(9);")]
    public Task A_number_with_which_a_call_can_only_fail_is_named(string statement) =>
        VerifyPacket(statement.Replace("-{|DYN102:1|}", "{|DYN102:-1|}", System.StringComparison.Ordinal));

    [Theory]
    [InlineData("ReadOnlySlice s = local.GetSlice(0, {|DYN103:bytes|}, 4);")]
    [InlineData("ReadOnlySlice s = local.GetSlice(0, default, 4);")]
    [InlineData("ReadOnlySlice s = ptr.GetSlice(0, bytes, 4);")]
    [InlineData("ReadOnlySlice s = ptr.GetSlice(0, default, 4);")] // It is there where the bytes lie in one piece.
    public Task A_buffer_that_is_never_used_is_needless(string statement) => VerifyPacket(statement);

    [Fact]
    public Task A_file_is_never_read_without_a_buffer() => VerifyMembers(
        """
        public static void Run(KernelFile file)
        {
            file.ToDynptr(out Dynptr ptr);
            ReadOnlySlice<int> none = ptr.GetSlice<int>(0, {|DYN103:default|});
            ReadOnlySlice<int> also = {|DYN103:ptr.GetSlice<int>(0)|};
            ReadOnlySlice<int> some = ptr.GetSlice<int>(0, stackalloc byte[4]);
            ptr.DiscardFile();
        }
        """);

    [Theory]
    [InlineData("Slice s = ptr.GetWritableSlice(0, bytes, 4); if (s) {|DYN104:s[0]|} = 1;")]
    [InlineData("Slice s = ptr.GetWritableSlice(0, bytes, 4); if (s) {|DYN104:s.Span|}.Clear();")]
    [InlineData("Slice<int> s = ptr.GetWritableSlice<int>(0, bytes); if (s) {|DYN104:s.Value|} = 1;")]
    [InlineData("Slice s = ptr.GetWritableSlice(0, bytes, 4); if (s) bytes[0] = s[0];")] // Only read.
    [InlineData("Slice s = ptr.GetWritableSlice(0, default, 4); if (s) s[0] = 1;")] // Without a buffer there is no copy.
    [InlineData("Slice s = local.GetWritableSlice(0, {|DYN103:bytes|}, 4); if (s) s[0] = 1;")] // Global memory lies in one piece.
    [InlineData("Slice s = ptr.GetWritableSlice(0, bytes, 4); if (!s) return; s[0] = 1; _ = ptr.Write(0, s.Span);")]
    [InlineData("Slice s = ptr.GetWritableSlice(0, bytes, 4); if (!s) return; s[0] = 1; Store(ptr, s.Span);")]
    [InlineData(
        "Slice s = ptr.GetWritableSlice(0, bytes, 4); if (!s) return; {|DYN104:s[0]|} = 1; _ = local.Write(0, bytes);")] // Another owner.
    [InlineData(
        "ptr.Clone(out Dynptr clone); Slice s = ptr.GetWritableSlice(0, bytes, 4); if (!s) return; s[0] = 1; _ = clone.Write(0, s.Span);")]
    public Task What_is_written_to_a_copy_is_written_back(string statement) => VerifyPacket(statement);

    [Theory]
    [InlineData("while (n-- > 0) Events.Output(bytes, {|DYN105:2|});")]
    [InlineData("while (n-- > 0) Events.Output(bytes, 1);")]
    [InlineData("while (n-- > 0) Events.Output(bytes);")]
    [InlineData("Events.Output(bytes, 2);")]
    [InlineData("while (n-- > 0) n--; Events.Output(bytes, 2);")]
    [InlineData("BpfLoop.Run(9, static (uint i) => { Events.Output([1], {|DYN105:2|}); return 0; });")]
    public Task A_reader_is_not_woken_in_each_round(string statement) => VerifyPacket(statement);

    [Theory]
    [InlineData("Slice s = {|DYN106:ptr.Data(0, 4)|};")]
    [InlineData("Slice<int> s = {|DYN106:ptr.Data<int>()|};")]
    [InlineData("Slice s = local.Data(0, 4);")]
    public Task A_slice_that_is_always_null_is_named(string statement) => VerifyPacket(statement);

    [Theory]
    [InlineData("Events.Reserve(8, out {|DYN107:Dynptr r|}); Slice s = r.Data(0, 8); if (s) s[0] = 1; r.Submit();")]
    [InlineData(
        "Events.Reserve(8, out {|DYN107:Dynptr r|}); Slice s = r.Data(0, 8); if (s) { s[0] = 1; r.Submit(); } else { r.Discard(); }")]
    [InlineData("Events.Reserve(n, out Dynptr r); Slice s = r.Data(0, 8); if (s) s[0] = 1; r.Submit();")] // Of any size.
    [InlineData("Events.Reserve(8, out Dynptr r); Slice s = r.Data(0, 8); if (s) s[0] = 1; _ = r.Write(0, bytes); r.Submit();")]
    [InlineData("Events.Reserve(8, out Dynptr r); _ = r.Write(0, bytes); r.Submit();")]
    public Task A_reservation_of_a_constant_size_needs_no_dynptr(string statement) => VerifyPacket(statement);

    [Fact]
    public Task A_mistake_comes_first() => VerifyPacket("{|DYN003:gone|}.Read(bytes); ptr.Read(bytes);");

    [Fact]
    public Task A_suggestion_in_a_method_that_is_verified_alone_is_made_there_once() => VerifyMembers(
        """
        public static void Fill(RingBuf events, uint n)
        {
            Note(events);
            Note(events);
        }

        private static void Note(RingBuf events)
        {
            events.Reserve(8, out {|DYN107:Dynptr r|});
            Slice s = r.Data(0, 8);
            r.Submit();
        }
        """);

    [Fact]
    public async Task A_suggestion_says_what_to_do()
    {
        var messages = (await AnalyzerTest.GetSuggestions(Compose(
            """
            public static void Run(XdpBuff xdp)
            {
                xdp.ToDynptr(out Dynptr ptr);
                ptr.Write(0, [1], 2);
                Slice s = ptr.GetWritableSlice(0, stackalloc byte[4], 4);
                if (s)
                    s[0] = 1;
                Slice never = ptr.Data(0, 4);
            }

            public static void Keep(SkBuff skb, RingBuf events)
            {
                skb.ToDynptr(out Dynptr packet);
                Slice<int> head = packet.GetWritableSlice<int>(0, stackalloc byte[4]);
                if (head)
                    head.Value = 1;
                for (int i = 0; i < 9; i++)
                    events.Output([1], BpfConstants.BPF_RB_FORCE_WAKEUP);
                events.Reserve(8, out Dynptr record);
                Slice data = record.Data(0, 8);
                record.Submit();
            }
            """)))
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id)
                .Select(diagnostic => diagnostic.GetMessage());

        Assert.Equal(
            [
                "`Write` may fail, and only its errno tells: test it, or assign it to `_` where it does not matter",
                "`Write` can only fail with this `flags`: it takes only 0 for a dynptr of kind `xdp`",
                "`Data` always gives null for a dynptr of kind `xdp`: take a slice with a buffer instead",
                "`head`, taken on line 21, may be a copy, and what is written to it then never reaches `packet`: write it back",
                "`Output` wakes the reader in each round: without the flag it is woken only when it has read all and waits",
                "`record` is used for nothing but its memory, whose size is a constant: `bpf_ringbuf_reserve` gives that at once",
            ],
            messages);
    }

    private static Task VerifyPacket(string statement) => VerifyMembers(
        $$"""
        private static long s_total;

        private static int Lend([InRange(0, 9)] int number) => number;

        private static void Store(in Dynptr target, ReadOnlySpan<byte> bytes) => _ = target.Write(0, bytes);

        public static void Run(SkBuff skb, ulong flags, uint n)
        {
            Span<byte> bytes = stackalloc byte[4];
            Dynptr gone = default;
            skb.ToDynptr(out Dynptr ptr);
            Dynptr.FromMemory(ref s_total, out Dynptr local);
            {{statement}}
        }
        """);

    private static Task VerifyMembers(string members) => AnalyzerTest.VerifySuggestions(Compose(members));

    private static string Compose(string members) =>
        $$"""
        using System;
        using Dynptrs;

        public static class Programs
        {
            private static readonly RingBuf Events = new(4096);

        {{members}}
        }
        """;
}
