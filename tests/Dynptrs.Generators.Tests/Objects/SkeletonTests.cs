using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Dynptrs.Analyzers;
using Dynptrs.Generators.Objects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Tests.Objects;

/// <summary>The skeleton of an object, as it is written and as it runs.</summary>
public sealed class SkeletonTests
{
    private const string Filter = """
        using Dynptrs;

        namespace Firewall;

        /// <summary>Drops what is too short.</summary>
        [BpfObject(License = "Dual MIT/GPL")]
        public static partial class Filter
        {
            /// <summary>What was dropped.</summary>
            public static readonly RingBuf Events = new(maxEntries: 4096);

            private static readonly HashMap<int, Secret> s_seen = new(maxEntries: 4);

            /// <summary>How many were dropped.</summary>
            public static int Dropped;

            public static uint Limit = 60, Zero = 0;

            public static readonly long Started = 5;

            /// <summary>How long packets may be.</summary>
            [LoadTimeConstant(60, 9000)] public static uint Longest = 1500;

            [LoadTimeConstant(Values = [-1, 7])] public static Level Detail = Level.All;

            [LoadTimeConstant] public static bool IsStrict;

            public const int NotAVariable = 3;

            public static string? NotForTheKernel;

            /// <summary>Drops short packets at the driver.</summary>
            [BpfProgram("xdp")]
            public static int OnPacket(XdpBuff xdp)
            {
                if (xdp.ToDynptr(0, out Dynptr ptr) == 0 && ptr.Size >= Limit)
                    return XdpAction.XDP_PASS;
                Dropped++;
                return XdpAction.XDP_DROP;
            }

            [BpfProgram("?tc")]
            public static int OnEgress(SkBuff skb) => skb.ToDynptr(0, out Dynptr ptr) == 0 && ptr.Size >= Limit ? TcAction.TC_ACT_OK : TcAction.TC_ACT_SHOT;

            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            private static int OnSleep(TracepointContext ctx) => Dropped;

            [BpfProgram("fentry/skb_tx_error")]
            public static int OnError(SkBuff skb, nuint location) => 0;

            public static int NoProgram(SkBuff skb) => _last.Value;

            private static readonly HashMap<int, Own> Table = new(maxEntries: 4);
            private static Own _last = new() { Value = 1 };

            internal enum Secret { None }

            public enum Level { None = -1, All = 7 }

            private struct Own { public int Value; }
        }
        """;

    [Fact]
    public void A_skeleton_is_as_approved() => GeneratorTest.Approve("Filter", GeneratorTest.Generate(Filter));

    [Fact]
    public void A_skeleton_that_can_be_loaded_is_as_approved() => GeneratorTest.Approve(
        "LoadedFilter",
        GeneratorTest.Generate(GeneratorTest.Compile(Filter).AddReferences(
            MetadataReference.CreateFromFile(typeof(Dynptrs.Kernel.KernelObject).Assembly.Location))));

    [Fact]
    public async Task A_skeleton_brings_no_findings()
    {
        GeneratorTest.Run(GeneratorTest.Compile(Filter), out var output);
        Assert.Empty(await output
            .WithAnalyzers([new DynptrAnalyzer(), new BpfObjectAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Longest", 9000u, 9001u)]
    [InlineData("Longest", 60u, 59u)]
    [InlineData("Detail", -1, 0)]
    [InlineData("Detail", 7, 8)]
    [InlineData("IsStrict", true, null)]
    public void Before_loading_it_sets_what_programs_are_verified_for(string name, object value, object? refused)
    {
        GeneratorTest.Run(GeneratorTest.Compile(Filter), out var output);
        var image = new MemoryStream();
        Assert.True(output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var filter = Assembly.Load(image.ToArray()).GetType("Firewall.Filter")!;
        var field = filter.GetField(name)!;
        var setting = filter.GetNestedType("Skeleton")!.GetNestedType("Rodata")!.GetProperty(name)!;
        setting.SetValue(null, Typed(value));
        Assert.Equal(Typed(value), field.GetValue(null));
        Assert.Equal(Typed(value), setting.GetValue(null));
        if (refused is not null)
        {
            var error = Assert.Throws<TargetInvocationException>(() => setting.SetValue(null, Typed(refused)));
            Assert.IsType<ArgumentOutOfRangeException>(error.InnerException);
            Assert.Equal(Typed(value), field.GetValue(null));
        }

        object Typed(object number) => field.FieldType.IsEnum ? Enum.ToObject(field.FieldType, number) : number;
    }

    [Theory]
    [InlineData("[Dynptrs.BpfObject] static class Filter;", "DYN050: `Filter` cannot be filled with a skeleton: `Filter` must be partial")]
    [InlineData("[Dynptrs.BpfObject] partial class Filter;", "DYN050: `Filter` cannot be filled with a skeleton: it must be static")]
    [InlineData(
        "[Dynptrs.BpfObject] static partial class Filter { static int Skeleton; }",
        "DYN059: `Filter` cannot have its skeleton: its `Skeleton` stands in the way of the class that is generated")]
    [InlineData(
        "[Dynptrs.BpfObject] static partial class Filter { static int Maps; }",
        "DYN059: `Maps` cannot have its place in the skeleton: the skeleton itself has that name")]
    [InlineData(
        "[Dynptrs.BpfObject] static partial class Skeleton;",
        "DYN059: `Skeleton` cannot have its skeleton: the generated class has that name")]
    [InlineData("[Dynptrs.BpfObject] static partial class Filter { static int Map; }")]
    [InlineData("[Dynptrs.BpfObject] static partial class Maps { static readonly Dynptrs.RingBuf Events = new(maxEntries: 4096); }")]
    public async Task A_class_without_room_is_told_why(string source, params string[] expected) =>
        Assert.Equal(expected, await AnalyzeAsync(source));

    [Theory]
    [InlineData(
        "[BpfProgram(\"xdp\")] static int P(SkBuff skb) => 0;",
        "DYN058: `P` cannot be run by a skeleton: a program of section \"xdp\" is given one `XdpBuff`")]
    [InlineData(
        "[BpfProgram(\"tc\")] static int P(XdpBuff xdp) => 0;",
        "DYN058: `P` cannot be run by a skeleton: a program of section \"tc\" is given one `SkBuff`")]
    [InlineData(
        "[BpfProgram(\"tc\")] static int P() => 0;",
        "DYN058: `P` cannot be run by a skeleton: a program of section \"tc\" is given one `SkBuff`")]
    [InlineData(
        "[BpfProgram(\"raw_tp\")] static int P(XdpBuff xdp) => 0;",
        "DYN058: `P` cannot be run by a skeleton: a program of section \"raw_tp\" is given no `XdpBuff`, as `xdp` is")]
    [InlineData(
        "[BpfProgram(\"xdp\")] static void P(XdpBuff xdp) { }",
        "DYN058: `P` cannot be run by a skeleton: a program is a static method without type parameters that returns an int")]
    [InlineData(
        "[BpfProgram(\"xdp\")] static int P<T>(XdpBuff xdp) => 0;",
        "DYN058: `P` cannot be run by a skeleton: a program is a static method without type parameters that returns an int")]
    [InlineData(
        "[BpfProgram(\"fentry/f\")] static int P(SkBuff skb, in int x) => 0;",
        "DYN058: `P` cannot be run by a skeleton: the kernel passes `x` by value, and keeps what it points to")]
    [InlineData("[BpfProgram(\"xdp\")] static int P(XdpBuff xdp) => 0; [BpfProgram(\"tc\")] static int P(SkBuff skb) => 0;",
        "DYN059: `P` cannot have its place in the skeleton: another program has that name, and the kernel would not tell them apart")]
    [InlineData(
        "[BpfProgram(\"syscall\")] static int P(Arguments x) => 0; struct Arguments;",
        "DYN058: `P` cannot be run by a skeleton: the type of `x` is private, so nothing outside could run the program")]
    [InlineData(
        "[BpfProgram(\"kprobe/f\")] static unsafe int P(int* x) => 0;",
        "DYN058: `P` cannot be run by a skeleton: `x` is a pointer; write `nuint`, which holds an address")]
    [InlineData("[BpfProgram(\"syscall\")] static int P(Arguments x) => 0; internal struct Arguments;")]
    [InlineData("[BpfProgram(\"nonsense\")] static int P(XdpBuff xdp) => 0;")]
    [InlineData("[BpfProgram(\"xdp\")] static int P(XdpBuff xdp) => 0;")]
    [InlineData("[BpfProgram(\"fentry/f\")] static int P(SkBuff skb, int x) => 0;")]
    public async Task A_program_that_does_not_fit_is_told_why(string program, params string[] expected)
    {
        var source = "using Dynptrs; [BpfObject] static partial class Filter { static int Count; [BpfProgram(\"xdp\")] static int Good(XdpBuff xdp) => 0; " + program + " }";
        Assert.Equal(expected, await AnalyzeAsync(source));

        // The rest has its skeleton.
        GeneratorTest.Run(GeneratorTest.Compile(source), out var output);
        Assert.Empty(output
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                && diagnostic.Id.StartsWith("CS0", System.StringComparison.Ordinal)
                && diagnostic.Id is not "CS0169"));
        Assert.Single(output.GetTypeByMetadataName("Filter+Skeleton+Programs")!.GetMembers("Good"));
    }

    private static async Task<string[]> AnalyzeAsync(string source)
    {
        GeneratorTest.Run(GeneratorTest.Compile(source), out var output);
        var diagnostics = await output
            .WithAnalyzers([new BpfObjectAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}")];
    }
}
