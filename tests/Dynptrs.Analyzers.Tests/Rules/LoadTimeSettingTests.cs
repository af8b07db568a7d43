using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Static fields that host code sets before loading: programs are verified for what they may be set to.</summary>
public sealed class LoadTimeSettingTests
{
    private const string Members = """
        private static readonly RingBuf Ring = new(4096);
        [LoadTimeConstant(0, 7)] private static uint UpToSeven = 1;
        [LoadTimeConstant(0, 8)] private static uint UpToEight = 1;
        [LoadTimeConstant(0, 700)] private static uint UpToManyMore = 1;
        [LoadTimeConstant(-1, 7)] private static int Negative = 1;
        [LoadTimeConstant(Values = [7, 3])] private static int Some = 3;
        [LoadTimeConstant(Values = [8, 3])] private static int Others = 3;
        [LoadTimeConstant(Values = [8, 16])] private static ulong Size = 8;
        [LoadTimeConstant] private static bool Enabled;
        [LoadTimeConstant] private static bool Other;
        [LoadTimeConstant] private static ulong Any;
        [LoadTimeConstant(0, 2)] private static Mode Kind = Mode.Off;
        private enum Mode : byte { Off, On, Twice }
        private static int Given(in int number) => number;
        private static void Set(ref int number) => number++;
        private static void Take([ConstantSize] ulong size) { }
        """;

    [Theory]
    [InlineData("UpToSeven")]
    [InlineData("any & UpToSeven")]
    [InlineData("UpToEight == 8 ? 0 : UpToEight")]
    [InlineData("UpToManyMore < 8 ? UpToManyMore : 0")]
    [InlineData("Negative < 0 ? 0 : Negative")]
    [InlineData("Some")]
    [InlineData("Given(in Some)")]
    [InlineData("Enabled ? 7 : Other ? 6 : 0")]
    [InlineData("(byte)Kind + 5")]
    [InlineData("Any % 8")]
    public Task An_element_is_there_for_each_value(string index) =>
        PacketProgram.Verify($"Span<byte> buffer = stackalloc byte[8]; buffer[(int)({index})] = 1;", Members);

    [Theory]
    [InlineData("UpToEight")]
    [InlineData("any & UpToEight")]
    [InlineData("UpToManyMore < 9 ? UpToManyMore : 0")]
    [InlineData("Negative")]
    [InlineData("Others")]
    [InlineData("Given(in Others)")]
    [InlineData("Enabled ? 7 : Other ? 8 : 0")]
    [InlineData("(byte)Kind + 6")]
    [InlineData("Any % 9")]
    public Task One_that_is_not_is_refused(string index) =>
        PacketProgram.Verify($"Span<byte> buffer = stackalloc byte[8]; {{|DYN007:buffer[(int)({index})]|}} = 1;", Members);

    [Theory]
    [InlineData("Enabled", "Enabled")]
    [InlineData("Kind != Mode.Off", "Kind is Mode.On or Mode.Twice")]
    [InlineData("UpToManyMore > 7", "UpToManyMore > 7")]
    [InlineData("Any > 7", "Any > 7")]
    [InlineData("Enabled && Any > 7", "Any > 7 && Enabled")]
    public Task What_is_released_as_it_was_acquired_is_accepted(string reserves, string discards) =>
        PacketProgram.Verify($"{Reserve(reserves)} if ({discards}) record.Discard();", Members);

    [Theory]
    [InlineData("Enabled", "Other")]
    [InlineData("Kind != Mode.Off", "Kind == Mode.On")]
    [InlineData("UpToManyMore > 7", "UpToManyMore > 8")]
    [InlineData("Any > 7", "Any > 8")]
    public Task What_is_not_released_for_one_value_is_refused(string reserves, string discards) =>
        PacketProgram.Verify($"{Reserve(reserves)} if (({discards}) && ({reserves})) record.Discard(); {{|DYN001:return 1;|}}", Members);

    [Theory]
    [InlineData("Take(Size);")]
    [InlineData("Take({|DYN008:Any|});")]
    public Task What_must_be_a_constant_may_be_one_of_a_few(string call) => PacketProgram.Verify(call, Members);

    [Theory]
    [InlineData("{|DYN009:UpToSeven|} = 1;")]
    [InlineData("{|DYN009:UpToSeven++|};")]
    [InlineData("{|DYN009:Some += 3|};")]
    [InlineData("{|DYN009:Other|} = true;")]
    public Task A_program_does_not_write_it(string statement) => PacketProgram.Verify(statement, Members);

    [Fact]
    public Task Nor_does_what_it_calls() =>
        PacketProgram.Verify("Set(ref Some);", Members.Replace("=> number++", "=> {|DYN009:number++|}"));

    [Theory]
    [InlineData("UpToSeven = 1;")]
    [InlineData("Enabled = Other;")]
    public Task Host_code_does(string statement) => PacketProgram.VerifyInHost(statement, Members);

    [Fact]
    public async Task A_message_says_for_which_values()
    {
        var diagnostic = Assert.Single(await AnalyzerTest.GetDiagnostics("""
            using System;
            using Dynptrs;

            public static class Programs
            {
                private static readonly RingBuf Ring = new(4096);

                [LoadTimeConstant] private static bool Enabled;
                [LoadTimeConstant(1, 3)] private static int Mode = 1;
                [LoadTimeConstant(1, 2)] private static int Unconcerned = 1;

                [BpfProgram("tc")]
                public static int Run(SkBuff ctx)
                {
                    Ring.Reserve(8, 0, out Dynptr record);
                    if (Enabled && Mode > 2)
                        return Unconcerned;
                    record.Discard();
                    return 0;
                }
            }
            """));
        Assert.StartsWith(
            "when `Enabled` is true and `Mode` is 3, `record` is still held", diagnostic.GetMessage(), System.StringComparison.Ordinal);
        Assert.Equal(
            ["Enabled", "Mode = 1"],
            diagnostic.AdditionalLocations.Take(2).Select(location => location.SourceTree!.GetText().ToString(location.SourceSpan)));
        Assert.StartsWith("`Enabled` is true\n`Mode` is 3\n", diagnostic.Properties["labels"], System.StringComparison.Ordinal);
    }

    [Fact]
    public Task One_of_a_library_counts_too() => AnalyzerTest.VerifyWithLibrary(
        "public static class Settings { [Dynptrs.LoadTimeConstant(0, 8)] public static uint Limit = 1; }",
        """
        using System;
        using Dynptrs;

        public static class Programs
        {
            [BpfProgram("tc")]
            public static int Run(SkBuff ctx)
            {
                Span<byte> buffer = stackalloc byte[8];
                {|DYN007:buffer[(int)Settings.Limit]|} = 1;
                return 0;
            }

            [BpfProgram("tc")]
            public static int RunChecked(SkBuff ctx)
            {
                Span<byte> buffer = stackalloc byte[8];
                if (Settings.Limit < 8)
                    buffer[(int)Settings.Limit] = 1;
                return 0;
            }
        }
        """);

    private static string Reserve(string condition) => $$"""
        Dynptr record = default;
        if ({{condition}})
            Ring.Reserve(8, 0, out record);
        """;
}
