using System;
using System.Linq;
using Dynptrs.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Tests.Writing;

/// <summary>Generated code is written with short names, but where they would mean something else.</summary>
public sealed class ShortNameTests
{
    private const string Stubs =
        "[global::Dynptrs.BpfHelpers(Include = new[] { \"bpf_dynptr_data\", \"bpf_dynptr_read\" })] internal static partial class Bpf;";

    private const string Object =
        "[Dynptrs.BpfObject] public static partial class Filter { public static Dynptrs.ArrayMap<int> Map = null!; [Dynptrs.BpfProgram(\"xdp\")] public static int P(Dynptrs.XdpBuff xdp) => 2; }";

    [Theory]
    [InlineData("namespace N { " + Stubs + " }", "Slice bpf_dynptr_data(", "in Dynptr dynptr,", "using global::Dynptrs;")]
    [InlineData("namespace N { " + Stubs + " class Slice; }", "global::Dynptrs.Slice bpf_dynptr_data(", "in Dynptr dynptr,")]
    [InlineData("namespace N { " + Stubs + " } namespace N.Dynptr { class C; }", "in global::Dynptrs.Dynptr dynptr,", "[BpfHelper(")]
    [InlineData("namespace N { " + Stubs + " class BpfHelper; }", "[global::Dynptrs.BpfHelper(")]
    [InlineData("namespace N { " + Stubs + " class MayBeNullAttribute; }", "[return: global::Dynptrs.MayBeNull")]
    [InlineData("namespace N { " + Stubs + " enum Span; }", "global::System.Span<byte>")]
    [InlineData("namespace N { partial class Outer { " + Stubs + " class Slice; } }", "global::Dynptrs.Slice bpf_dynptr_data(")]
    [InlineData(
        "namespace N { class Base { public class Slice; } partial class Outer : Base { " + Stubs + " } }",
        "global::Dynptrs.Slice bpf_dynptr_data(")]
    // Around the namespace the imports come first.
    [InlineData("namespace N.Inner { " + Stubs + " } namespace N { class Slice; }", " Slice bpf_dynptr_data(")]
    [InlineData("namespace N.Dynptrs { class Dynptr; } namespace N { " + Stubs + " }", "in Dynptr dynptr,")]
    // Outside of a namespace they would meet those of the project.
    [InlineData(Stubs, "global::Dynptrs.Slice bpf_dynptr_data(")]
    [InlineData("namespace N { " + Object + " }", "public static XdpProgram P { get; }", "null, Filter.P);")]
    [InlineData("namespace N { " + Object + " class XdpProgram; }", "public static global::Dynptrs.XdpProgram P { get; }")]
    [InlineData(
        "namespace N { [Dynptrs.BpfObject] public static partial class Programs { [Dynptrs.BpfProgram(\"xdp\")] public static int P(Dynptrs.XdpBuff xdp) => 2; } }",
        "null, global::N.Programs.P);")]
    [InlineData(
        "namespace N { static partial class C { [Dynptrs.BpfHelper(\"m\")] public static partial int M([Dynptrs.InRange(0, 1)] int Errno); static int MCore(int Errno) => Errno; } }",
        "return -global::Dynptrs.Errno.EINVAL;")]
    [InlineData(
        "namespace N { static partial class C { [Dynptrs.BpfHelper(\"m\")] public static partial int M([Dynptrs.InRange(0, 1)] int a); static int MCore(int a) => a; } }",
        "return -Errno.EINVAL;")]
    [InlineData(
        "namespace N { static partial class C { [Dynptrs.BpfHelper(\"m\")] public static partial int M(D a); static int MCore(D a) => 0; } struct D; }",
        "M(D a)")]
    [InlineData(
        "namespace N { static partial class C { [Dynptrs.BpfHelper(\"m\")] public static partial int M<D>(N.D a, D b); static int MCore<D>(N.D a, D b) => 0; } struct D; }",
        "M<D>(global::N.D a, D b)")]
    [InlineData(
        "namespace N { [Dynptrs.BpfStruct] public partial struct S { [Dynptrs.NetworkOrder] private short _a; } enum BitsOf; }",
        "[global::Dynptrs.BitsOf(",
        " => BinaryPrimitives.ReverseEndianness(_a);")]
    [InlineData(
        "namespace N { [Dynptrs.BpfStruct] public partial struct S { [Dynptrs.NetworkOrder(\"BinaryPrimitives\")] private short _a; } }",
        " => global::System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(_a);")]
    public void A_name_is_short_unless_it_is_taken(string source, params string[] expected)
    {
        var generated = GeneratorTest.Generate(source);
        foreach (var text in expected)
            Assert.Contains(text, generated, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_imported_together_has_no_name_in_common()
    {
        var compilation = GeneratorTest.Compile();
        var scopes = ImportedNames.OfFramework.Values.Append(ImportedNames.Runtime).Distinct().ToList();
        var used = ImportedNames.OfFramework.Keys.Concat(compilation
            .GetTypeByMetadataName("Dynptrs.Dynptr")!.ContainingNamespace
            .GetTypeMembers()
            .Where(IsPublic)
            .Select(type => type.Name))
            .Distinct();
        foreach (var name in used.Concat(used.Select(name => name + "Attribute")))
            Assert.True(scopes.Count(scope => Find(compilation, scope).GetTypeMembers(name).Any(IsPublic)) <= 1, name);
    }

    private static bool IsPublic(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public;

    private static INamespaceSymbol Find(Compilation compilation, string scope) =>
        scope
            .Split('.')
            .Aggregate(compilation.GlobalNamespace, (current, name) => current.GetNamespaceMembers().Single(member => member.Name == name));
}
