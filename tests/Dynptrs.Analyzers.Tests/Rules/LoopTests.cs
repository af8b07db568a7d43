using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>
/// DYN031: program code must get out of its loops, as the kernel goes round them; host code may wait as long as it likes.
/// </summary>
public sealed class LoopTests
{
    /// <summary>Loops that the kernel refuses, too.</summary>
    public static TheoryData<string> Refused => new(
    [
        "{|DYN031:while|} (true) s_global++;",
        "while ({|DYN031:s_global > 0|}) s_global++;",
        "do s_global++; while ({|DYN031:s_global > 0|});",
        "for (uint i = 0; {|DYN031:i < any|}; i++) s_global += i;",
        "Slice v = local.Data(0, 8); while ({|DYN031:v|}) s_global++;",
        "Slice v = local.Data(0, 8); bool isThere = v; while ({|DYN031:isThere|}) { if (s_global > 3) s_global++; }",
        "for (uint i = 0; {|DYN031:i < 300000|}; i++) s_global += i;",
        "uint n = 0; while ({|DYN031:n < 10|}) { if (s_global > 0) n = 0; else n++; }",
        "for (uint i = 0; {|DYN031:i < 8193|}; i++) { if (s_global == 3) s_global += i; }",
        "for (uint i = 0; {|DYN031:i < 5000|}; i++) { if (s_global == 3) s_global += i; if (CurrentTask.GetPidTgid() > 5) s_global++; }",
        "for (uint j = 0; j < 100; j++) { for (uint i = 0; {|DYN031:i < 100|}; i++) { if (s_global == 3) s_global += i; } }",
        "Slice v = local.Data(0, 8); if (v) { for (uint i = 0; {|DYN031:i < 8193|}; i++) { if (v[i & 7] == 3) s_global += i; } }",
        "again: s_global++; if ({|DYN031:s_global > 0|}) goto again;",
        "for (uint i = 0; i < 4; i++) { for (uint j = 0; {|DYN031:j < any|}; j++) s_global += j; }",
    ]);

    /// <summary>Loops that the kernel accepts, too.</summary>
    public static TheoryData<string> Accepted => new(
    [
        "for (uint i = 0; i < 10; i++) s_global += i;",
        "for (uint i = 0; i < 100000; i++) s_global += i;",
        "uint n = any > 1000 ? 1000 : any; for (uint i = 0; i < n; i++) s_global += i;",
        "for (uint i = 0; i < any; i++) { if (i > 100) break; s_global += i; }",
        "for (uint i = 0; i < 1000; i++) { if (s_global > 0) s_global += i; else s_global -= i; }",
        "for (uint i = 0; i < 8192; i++) { if (s_global == 3) s_global += i; }",
        "for (uint i = 0; i < 10000; i++) { if ((i & 1) == 0) s_global += i; }",
        "uint k = 0; for (uint i = 0; i < 10000; i++) { if (i > 5) k++; if (k > 7) s_global += k; }",
        "for (uint i = 0; i < 10000; i++) { if (s_global == 3) break; s_global += i; }",
        "Slice v = local.Data(0, 8); if (v) { for (uint i = 0; i < 8192; i++) { if (v[i & 7] == 3) s_global += i; } }",
        "uint k = 0; for (uint i = 0; i < 100; i++) { if (s_global > 0) k++; } if (k > 50) s_global = 1;",
        "for (uint i = 0; i < 100; i++) { for (uint j = i; j < 100; j++) s_global += j; }",
        "uint n = any & 0xff; while (n > 0) n >>= 1;",
        "uint n = any & 0xff; do { n--; } while (n < 0x100 && n > 0);",
        "Span<byte> bytes = stackalloc byte[8]; foreach (var b in bytes) s_global += b;",
        "BpfLoop.Run(1000000, static _ => s_global > 0 ? 1 : 0);",
        "BpfLoop.Run(any, static _ => { for (int i = 0; i < 4; i++) s_global += i; return 0; });",
        "uint n = 0; while (true) { if (++n > 16) break; }",
    ]);

    [Theory]
    [MemberData(nameof(Refused))]
    public Task A_program_must_have_an_end(string loop) => PacketProgram.Verify(loop);

    [Theory]
    [MemberData(nameof(Refused))]
    public Task Host_code_need_not(string loop) => PacketProgram.VerifyInHost(loop.Replace("{|DYN031:", "").Replace("|}", ""));

    [Theory]
    [MemberData(nameof(Accepted))]
    public Task A_program_may_go_round_as_often_as_is_known(string loop) => PacketProgram.Verify(loop);

    [Fact]
    public Task The_same_method_is_held_to_it_only_where_a_program_reaches_it() => Helpers.Verify(
        """
        [BpfProgram("tc")]
        public static int Run(Parcel ctx) => Reached(ctx.Weight) + Sized(ctx.Weight, 1);

        public static int Host(Parcel ctx) => Reached(ctx.Weight) + NotReached(ctx.Weight);

        private static int Reached(int count)
        {
            int sum = 0;
            for (int i = 0; {|DYN031:i < count|}; i++)
                sum += i;
            return sum;
        }

        private static int NotReached(int count)
        {
            int sum = 0;
            for (int i = 0; i < count; i++)
                sum += i;
            return sum;
        }

        private static int Sized(int count, [ConstantSize] int size)
        {
            while ({|DYN031:count != size|})
                count++;
            return count;
        }
        """);

    [Theory]
    [InlineData(
        "while (s_global > 0) s_global++;",
        "this loop of `Run` has no bound: `s_global` is read from memory in each round, and may be any number; "
            + "count its rounds in a local variable, up to a constant")]
    [InlineData(
        "uint i = 0; while (i < 8) s_global++;",
        "this loop of `Run` has no bound: nothing that changes from round to round is known to end it; count its rounds up to a constant")]
    [InlineData(
        "for (uint i = 0; i < any; i++) s_global += i;",
        "this loop of `Run` may go round more often than can be verified: bound the number of its rounds by a constant")]
    public async Task The_message_says_why(string loop, string message) =>
        Assert.Equal([message], (await AnalyzerTest.GetDiagnostics(
            $$"""
            using Dynptrs;
            public static class Programs
            {
                private static long s_global;
                [BpfProgram("tc")]
                public static int Run(SkBuff ctx) { uint any = (uint)CurrentTask.GetPidTgid(); {{loop}} return 0; }
            }
            """)).Select(diagnostic => diagnostic.GetMessage()));
}
