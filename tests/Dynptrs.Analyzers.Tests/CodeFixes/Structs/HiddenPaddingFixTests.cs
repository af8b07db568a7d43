using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using Dynptrs.CodeFixes.Structs;
using Dynptrs.Generators.Structs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Structs;

public sealed class HiddenPaddingFixTests
{
    [Fact]
    public Task Declares_the_padding_before_a_field_and_at_the_end_all_at_once() => Verify(
        """
        using Dynptrs;

        [BpfStruct]
        public partial struct {|DYN055:Key|}
        {
            public byte Kind;
            public uint {|DYN055:Address|};
            public long Time;
            public ushort Port;
        }
        """,
        """
        using Dynptrs;

        [BpfStruct]
        public partial struct Key
        {
            public byte Kind;
            [Padding] private byte _padding1;
            [Padding] private ushort _padding2;
            public uint Address;
            public long Time;
            public ushort Port;
            [Padding] private ushort _padding18;
            [Padding] private uint _padding20;
        }
        """,
        iterations: 2);

    [Fact]
    public Task Keeps_documented_members_apart() => Verify(
        """
        [Dynptrs.BpfStruct]
        public readonly partial struct Key
        {
            /// <summary>What.</summary>
            public readonly uint Kind;

            /// <summary>When.</summary>
            public readonly ulong {|DYN055:Time|};

            public override string ToString() => "key";
        }
        """,
        """
        [Dynptrs.BpfStruct]
        public readonly partial struct Key
        {
            /// <summary>What.</summary>
            public readonly uint Kind;

            [global::Dynptrs.Padding] private readonly uint _padding4;

            /// <summary>When.</summary>
            public readonly ulong Time;

            public override string ToString() => "key";
        }
        """);

    [Fact]
    public Task Says_where_padding_lies_in_an_explicit_layout() => Verify(
        """
        using System.Runtime.InteropServices;
        using Dynptrs;

        [BpfStruct, StructLayout(LayoutKind.Explicit)]
        public partial struct Key
        {
            [FieldOffset(0)] public ushort Kind;
            [FieldOffset(4)] public int {|DYN055:Address|};
        }
        """,
        """
        using System.Runtime.InteropServices;
        using Dynptrs;

        [BpfStruct, StructLayout(LayoutKind.Explicit)]
        public partial struct Key
        {
            [FieldOffset(0)] public ushort Kind;
            [Padding, FieldOffset(2)] private ushort _padding2;
            [FieldOffset(4)] public int Address;
        }
        """);

    [Fact]
    public Task Padding_in_the_type_of_a_field_is_not_declared_around_it() => VerifyNotOffered("""
        using Dynptrs;

        public struct Inner
        {
            public byte A;
            public short B;
        }

        [BpfStruct]
        public partial struct Outer
        {
            public Inner {|DYN055:Inner|};
        }
        """);

    [Fact]
    public Task A_long_gap_is_left_to_a_person() => VerifyNotOffered("""
        using System.Runtime.InteropServices;
        using Dynptrs;

        [BpfStruct, StructLayout(LayoutKind.Sequential, Size = 256)]
        public partial struct {|DYN055:Page|}
        {
            public long First;
        }
        """);

    [Fact]
    public Task A_name_that_is_taken_is_not_offered() => VerifyNotOffered("""
        using Dynptrs;

        [BpfStruct]
        public partial struct Key
        {
            public uint Kind;
            public ulong {|DYN055:Time|};
            public static uint _padding4;
        }
        """);

    [Fact]
    public Task A_field_that_shares_its_declaration_is_followed_by_what_it_shares_it_with() => Verify(
        """
        using Dynptrs;

        [BpfStruct]
        public partial struct Key
        {
            public byte A, B;
            public uint {|DYN055:C|}, D;
        }
        """,
        """
        using Dynptrs;

        [BpfStruct]
        public partial struct Key
        {
            public byte A, B;
            [Padding] private ushort _padding2;
            public uint C, D;
        }
        """);

    [Fact]
    public Task Stays_on_one_line() => Verify(
        "[Dynptrs.BpfStruct] public partial struct Key { public byte A; public ushort {|DYN055:B|}; }",
        "[Dynptrs.BpfStruct] public partial struct Key { public byte A; [global::Dynptrs.Padding] private byte _padding1; public ushort B; }");

    private static Task Verify(string marked, string fixedSource, int iterations = 1) =>
        new Test { TestCode = marked, FixedCode = fixedSource, NumberOfIncrementalIterations = iterations }.RunAsync(
            TestContext.Current.CancellationToken);

    private static Task VerifyNotOffered(string marked) =>
        new Test { TestCode = marked, FixedCode = marked }.RunAsync(TestContext.Current.CancellationToken);

    private sealed class Test : CSharpCodeFixTest<BpfStructAnalyzer, HiddenPaddingFix, DefaultVerifier>
    {
        public Test()
        {
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            TestState.AdditionalReferences.AddRange(Net100.References.All);
            TestState.AdditionalReferences.Add(typeof(Dynptr).Assembly);
            MarkupOptions = MarkupOptions.UseFirstDescriptor;
        }

        protected override ParseOptions CreateParseOptions() =>
            ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(LanguageVersion.CSharp14);
    }
}
