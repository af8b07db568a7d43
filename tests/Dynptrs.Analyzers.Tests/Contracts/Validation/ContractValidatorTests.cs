using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Lowering;
using Dynptrs.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers.Tests.Contracts.Validation;

/// <summary>Contract attributes that do not fit where they stand, each beside the nearest that does.</summary>
public sealed class ContractValidatorTests
{
    [Theory]
    [InlineData("void M([{|DYN040:Acquires|}] ref Box box)")]
    [InlineData("void M([Acquires] out Box box)")]
    [InlineData("void M([{|DYN040:Acquires(\"x\")|}] out int box)")]
    [InlineData("void M([{|DYN040:Initializes|}] in Box box)")]
    [InlineData("void M([Initializes] out Box box)")]
    [InlineData("void M([{|DYN040:Releases|}] in Box box)")]
    [InlineData("void M([{|DYN040:Releases|}] Box box)")]
    [InlineData("void M([{|DYN040:Releases|}] out Box box)")]
    [InlineData("void M([{|DYN040:Releases|}] int box)")]
    [InlineData("void M([Releases] ref Box box)")]
    [InlineData("void M([Releases] File file)")]
    [InlineData("void M([{|DYN040:Releases|}] ref File file)")]
    [InlineData("void M([Releases] byte[] file)")]
    [InlineData("void M([{|DYN040:EntersRegion(typeof(File))|}] ref Latch latch)")]
    [InlineData("void M([{|DYN040:EntersRegion(typeof(Latch))|}] Latch latch)")]
    [InlineData("void M([{|DYN040:EntersRegion(typeof(Latch))|}] int latch)")]
    [InlineData("void M([{|DYN040:LeavesRegion(typeof(Latch))|}] ref Box box)")]
    [InlineData("void M([EntersRegion(typeof(Latch))] ref Latch latch)")]
    [InlineData("void M([NeedsRegion(typeof(Latch))] File file)")]
    [InlineData("void M([Releases, LeavesRegion(typeof(Latch))] ref Box box)")]
    [InlineData("void M([{|DYN040:Borrowed|}] out Box box)")]
    [InlineData("void M([{|DYN040:Borrowed|}] in int box)")]
    [InlineData("void M([Borrowed] ref Box box)")]
    [InlineData("void M<T>([Borrowed] ref T box) where T : allows ref struct")]
    [InlineData("void M(in Box box, [{|DYN040:CloneOf(\"bx\")|}] out Box clone)")]
    [InlineData("void M(int box, [{|DYN040:CloneOf(\"box\")|}] out Box clone)")]
    [InlineData("void M(in Box box, [{|DYN040:CloneOf(\"box\")|}] ref Box clone)")]
    [InlineData("void M(in Box box, [CloneOf(\"box\")] out Box clone)")]
    [InlineData("void M(File file, [{|DYN040:DependsOn(\"file\")|}] ref Box box)")]
    [InlineData("void M(int file, [Acquires, {|DYN040:DependsOn(\"file\")|}] out Box box)")]
    [InlineData("void M(File file, [Acquires, DependsOn(\"file\")] out Box box)")]
    [InlineData("void M([Acquires, {|DYN040:Initializes|}] out Box box)")]
    [InlineData("void M([Borrowed, {|DYN040:Releases|}] ref Box box)")]
    [InlineData("void M([{|DYN040:Callback|}] int step)")]
    [InlineData("void M(uint count, [{|DYN040:Callback(Runs = \"n\")|}] Action step)")]
    [InlineData("void M(Box count, [{|DYN040:Callback(Runs = \"count\")|}] Action step)")]
    [InlineData("void M(uint count, [{|DYN040:Callback(Context = \"c\")|}] Action step)")]
    [InlineData("void M(uint count, [Callback(Runs = \"count\")] Action step)")]
    [InlineData("void M([{|DYN040:ConstantSize|}] Box box)")]
    [InlineData("void M([ConstantSize] int box)")]
    [InlineData("void M([{|DYN040:MapMemory|}] int box)")]
    [InlineData("void M([MapMemory] ref int box)")]
    [InlineData("void M([MapMemory] Span<byte> box)")]
    [InlineData("void M([{|DYN040:MayBeNull|}] int box)")]
    [InlineData("void M([MayBeNull] File? box)")]
    [InlineData("void M([{|DYN040:InvalidatesSlices|}] File box)")]
    [InlineData("void M([InvalidatesSlices(Of = [\"skb\"])] File box)")]
    [InlineData("void M([InvalidatesSlices] in Box box)")]
    [InlineData("void M([{|DYN040:MinimumSize(1)|}] File box)")]
    [InlineData("void M([{|DYN040:MinimumSize(-1)|}] Span<byte> box)")]
    [InlineData("void M([MayBeNull, {|DYN040:MinimumSize(0)|}] Span<byte> box)")]
    [InlineData("void M([MinimumSize(0)] Span<byte> box)")]
    [InlineData("void M([MinimumSize(1)] uint box)")]
    [InlineData("void M([{|DYN040:ConstantString|}] Span<byte> box)")]
    [InlineData("void M([{|DYN040:ConstantString|}] ReadOnlySpan<int> box)")]
    [InlineData("void M([MayBeNull, {|DYN040:ConstantString|}] ReadOnlySpan<byte> box)")]
    [InlineData("void M([ConstantString] ReadOnlySpan<byte> box)")]
    [InlineData("void M([{|DYN040:ReadOnlyOrigin|}] ref int box)")]
    [InlineData("void M([{|DYN040:ReadOnlyOrigin|}] Span<int> box)")]
    [InlineData("void M([Writes, {|DYN040:ReadOnlyOrigin|}] in int box)")]
    [InlineData("void M([ReadOnlyOrigin] in int box)")]
    [InlineData("void M([ReadOnlyOrigin] ReadOnlySpan<int> box)")]
    [InlineData("void M([{|DYN040:Writes|}] int box)")]
    [InlineData("void M([Writes] in int box)")]
    public Task On_a_parameter(string signature) => Verify($"public static {signature} => throw new NotSupportedException();");

    [Theory]
    [InlineData("{|DYN040:Acquires|}", "int M()")]
    [InlineData("Acquires", "File M()")]
    [InlineData("Acquires", "byte[] M()")]
    [InlineData("{|DYN040:EntersRegion(typeof(Latch))|}", "File M()")]
    [InlineData("{|DYN040:EntersRegion(typeof(File))|}", "Latch M()")]
    [InlineData("Acquires, EntersRegion(typeof(Latch))", "File M()")]
    [InlineData("{|DYN040:Initializes|}", "File M()")]
    [InlineData("Initializes", "Box M()")]
    [InlineData("{|DYN040:SliceOf(\"box\")|}", "int M(in Box box)")]
    [InlineData("{|DYN040:SliceOf(\"bx\")|}", "Window M(in Box box)")]
    [InlineData("{|DYN040:SliceOf(\"file\")|}", "Window M(File file)")]
    [InlineData("SliceOf(\"box\")", "Window M(in Box box)")]
    [InlineData("SliceOf(\"box\")", "ref int M(in Box box)")]
    [InlineData("{|DYN040:MayBeNull|}", "long M()")]
    [InlineData("MayBeNull", "File? M()")]
    [InlineData("{|DYN040:DependsOn(\"file\")|}", "File M(File file)")]
    [InlineData("Acquires, DependsOn(\"file\")", "File M(File file)")]
    [InlineData("{|DYN040:InRange(0, 1)|}", "bool M()")]
    [InlineData("{|DYN040:InRange(1, 0)|}", "int M()")]
    [InlineData("InRange(0, 1)", "int M()")]
    [InlineData("{|DYN040:Counts(\"a\", \"b\")|}", "int M(int a, int b)")]
    [InlineData("{|DYN040:Counts(\"a\", \"c\")|}", "File M(int a, int b)")]
    [InlineData("{|DYN040:AtMostLengthOf(\"a\")|}", "bool M(Span<byte> a)")]
    [InlineData("{|DYN040:AtMostLengthOf(\"a\")|}", "int M(int a)")]
    [InlineData("AtMostLengthOf(\"a\")", "int M(Span<byte> a)")]
    [InlineData("Counts(\"a\", \"b\")", "File M(int a, int b)")]
    [InlineData("{|DYN040:EndsLoops|}", "bool M()")]
    [InlineData("{|DYN040:EndsLoops|}", "bool M(in Box box)")]
    [InlineData("{|DYN040:EndsLoops|}", "int M(ref Box box)")]
    [InlineData("EndsLoops", "bool M(ref Box box)")]
    [InlineData("EndsLoops, SliceOf(\"box\")", "Window M(ref Box box)")]
    public Task On_a_result(string attribute, string signature) =>
        Verify($"[return: {attribute}] public static {signature} => throw new NotSupportedException();");

    [Theory]
    [InlineData("[{|DYN040:Releases|}] public static void M()")]
    [InlineData("[Releases] public static void M(this ref Box box)")]
    [InlineData("[{|DYN040:AllowedInRegion(typeof(File))|}] public static void M()")]
    [InlineData("[AllowedInRegion(typeof(Latch))] public static void M()")]
    [InlineData("[EntersRegion(typeof(Latch))] public static void M()")]
    [InlineData("[{|DYN040:MapMemory|}] public static void M()")]
    [InlineData("[{|DYN040:NullTest(true)|}] public static int M(Window window)")]
    [InlineData("[{|DYN040:NullTest(true)|}] public static bool M()")]
    [InlineData("[NullTest(true)] public static bool M(Window window)")]
    [InlineData("[{|DYN040:Dereferences|}] public static int M(Window window)")]
    [InlineData("[{|DYN040:InvalidatesSlices|}] public static void M(File file)")]
    [InlineData("[{|DYN040:PacketData(\"skb\")|}] public static Window M(this File file)")]
    [InlineData("[{|DYN040:PacketEnd(\"skb\")|}] public static PacketPointer M(File file)")]
    [InlineData("[{|DYN040:PacketMetadata(\"skb\")|}] public static int M(this File file)")]
    [InlineData("[PacketData(\"skb\")] public static PacketPointer M(this File file)")]
    public Task On_a_member(string signature) => Verify(signature + " => throw new NotSupportedException();");

    [Fact]
    public Task On_members_of_an_owner() => AnalyzerTest.Verify("""
        using System;
        using Dynptrs;

        [Owner]
        public ref struct Room
        {
            private int _number;
            [Releases] public void Leave() => _number = 0;
            [{|DYN040:Releases|}] public readonly void Look() { }
            [{|DYN040:NullTest(true)|}] public readonly bool IsEmpty => _number == 0;
        }

        [Owner, {|DYN040:View|}]
        public ref struct Both;

        public static class Extensions
        {
            extension([Borrowed] ref Room room)
            {
                [{|DYN040:Releases|}] public void Leave() => throw new NotSupportedException();
                public void Stay() => throw new NotSupportedException();
            }

            extension(ref Room room)
            {
                [Releases] public void Go() => throw new NotSupportedException();
            }
        }

        public delegate void Visit([{|DYN040:Acquires|}] ref Room room);

        [return: {|DYN040:InRange(2, 1)|}]
        public delegate int Rate(int guest);
        """);

    [Theory]
    [InlineData("src/Dynptrs.Runtime")]
    public async Task The_runtime_keeps_to_it(string folder)
    {
        var compilation = RepositorySourcesTests.Compile(folder);
        var diagnostics = await compilation
            .WithAnalyzers([new DynptrAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.True(diagnostics.IsEmpty, string.Join("\n", diagnostics));
    }

    private static Task Verify(string member) => AnalyzerTest.Verify(
        $$"""
        using System;
        using Dynptrs;

        [Owner] public ref struct Box;
        [View] public ref struct Window;
        public sealed class File;
        [Region] public struct Latch { private int _holder; }

        public static class Api
        {
            {{member}}
        }
        """);

    [Theory]
    [InlineData("[KernelField] public static int P => 0;")]
    [InlineData("[KernelField(\"__sk_buff\", \"data\", \"data_end\")] public static int P => 0;")]
    [InlineData("[KernelField(\"__sk_buff\", \"mark\")] public static int P { get => 0; set { } }")]
    [InlineData("[{|DYN040:KernelField(\"sk_buff\", \"mark\")|}] public static int P => 0;")]
    [InlineData("[{|DYN040:KernelField(\"__sk_buff\", \"mark\", \"marc\")|}] public static int P => 0;")]
    [InlineData("[{|DYN040:KernelField(\"__sk_buff\", \"marc\")|}] public static int M() => 0;")]
    public Task A_field_of_a_context_must_be_one(string member) => Verify(member);

    [Theory]
    [InlineData("public int P { get; init; }")]
    [InlineData("[KernelField(Name = \"q.p\")] public int P { get; init; }")]
    [InlineData("[KernelField(Trust = PointerTrust.Rcu)] public S P { get; init; }")]
    [InlineData("[{|DYN040:KernelField(Trust = PointerTrust.Rcu)|}] public int P { get; init; }")]
    [InlineData("[{|DYN040:KernelField(Name = \"p\")|}] public int P => 0;")]
    [InlineData("[{|DYN040:KernelField(Trust = PointerTrust.Rcu)|}] public S P() => this;")]
    [InlineData("[return: SameAs(\"this\")] public S P() => this;")]
    [InlineData("[return: {|DYN040:SameAs(\"this\")|}] public int P() => 0;")]
    [InlineData("[return: {|DYN040:SameAs(\"that\")|}] public S P() => this;")]
    [InlineData("[return: Untrusted] public S P() => this;")]
    [InlineData("[return: {|DYN040:Untrusted|}] public int P() => 0;")]
    public Task Fields_of_a_struct_of_the_kernel_are_properties(string member) =>
        AnalyzerTest.Verify($"using Dynptrs; [KernelStruct(\"s\")] public sealed class S {{ {member} }}");

    [Theory]
    [InlineData("[{|DYN040:BitsOf(\"_b\", 0, 8)|}] public byte P => 0;")]
    [InlineData("[{|DYN040:BitsOf(\"_a\", 9, 8)|}] public byte P => 0;")]
    [InlineData("[{|DYN040:BitsOf(\"_a\", -1, 8)|}] public byte P => 0;")]
    [InlineData("[{|DYN040:BitsOf(\"_a\", 0, 0)|}] public byte P => 0;")]
    [InlineData("[{|DYN040:BitsOf(\"_f\", 0, 8)|}] public byte P => 0;")]
    [InlineData("[{|DYN040:BitsOf(\"_a\", 0, 8)|}] public float P => 0;")]
    [InlineData("[{|DYN040:BitsOf(\"_a\", 0, 8)|}] public static byte P => 0;")]
    [InlineData("[BitsOf(\"_a\", 8, 8)] public byte P => 0;")]
    public Task Bits_must_be_those_of_a_field(string member) =>
        AnalyzerTest.Verify($"using Dynptrs; public struct S {{ private ushort _a; private float _f; {member} }}");

    [Theory]
    [InlineData("[LoadTimeConstant] private static int F;")]
    [InlineData("[LoadTimeConstant] private static bool F = true;")]
    [InlineData("[LoadTimeConstant] private static ulong F = ulong.MaxValue;")]
    [InlineData("[LoadTimeConstant(1, 3)] private static DayOfWeek F = DayOfWeek.Monday;")]
    [InlineData("[LoadTimeConstant(-128, 127)] private static sbyte F;")]
    [InlineData("[LoadTimeConstant(0, 255)] private static byte F = 255;")]
    [InlineData("[LoadTimeConstant(Values = [1, 64])] private static uint F = 64;")]
    [InlineData("[LoadTimeConstant(1, 1)] private static uint F = 1; static C() => F = 2;")]
    [InlineData("[{|DYN040:LoadTimeConstant|}] private int F;")]
    [InlineData("[{|DYN040:LoadTimeConstant|}] private const int F = 1;")]
    [InlineData("[{|DYN040:LoadTimeConstant|}] private static readonly int F;")]
    [InlineData("[{|DYN040:LoadTimeConstant|}] private static string F;")]
    [InlineData("[{|DYN040:LoadTimeConstant|}] private static float F;")]
    [InlineData("[{|DYN040:LoadTimeConstant|}] private static DateTime F;")]
    [InlineData("[field: {|DYN040:LoadTimeConstant|}] private static int F { get; set; }")]
    [InlineData("[{|DYN040:LoadTimeConstant(1, 0)|}] private static int F;")]
    [InlineData("[{|DYN040:LoadTimeConstant(0, 256)|}] private static byte F;")]
    [InlineData("[{|DYN040:LoadTimeConstant(-129, 0)|}] private static sbyte F;")]
    [InlineData("[{|DYN040:LoadTimeConstant(-1, 0)|}] private static ulong F;")]
    [InlineData("[{|DYN040:LoadTimeConstant(0, 2)|}] private static bool F;")]
    [InlineData("[{|DYN040:LoadTimeConstant(Values = [0, -1])|}] private static uint F;")]
    [InlineData("[{|DYN040:LoadTimeConstant(Values = [])|}] private static uint F;")]
    [InlineData("[{|DYN040:LoadTimeConstant(0, 2, Values = [1])|}] private static uint F = 1;")]
    [InlineData("[{|DYN040:LoadTimeConstant(1, 3)|}] private static uint F;")]
    [InlineData("[{|DYN040:LoadTimeConstant(Values = [1, 3])|}] private static uint F = 2;")]
    [InlineData("[{|DYN040:LoadTimeConstant|}] private static int F = Environment.ProcessorCount;")]
    public Task What_is_set_before_loading_must_be_a_number_that_can_be_set(string field) =>
        AnalyzerTest.Verify($"using System; using Dynptrs; public class C {{ {field} }}");
}
