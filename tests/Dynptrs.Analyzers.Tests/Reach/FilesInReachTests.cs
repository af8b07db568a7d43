using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Basic.Reference.Assemblies;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Analyzers.Tests.Reach;

/// <summary>Which files the analyzer looks at: all that may have anything to do with contracts, and no others.</summary>
public sealed class FilesInReachTests
{
    private const string Handle = "using Dynptrs; public ref struct Handle { public Dynptr Ptr; }";
    private const string Plain = "public static class Plain { public static int Add(int a, int b) => a + b; }";

    [Theory]
    [InlineData(Plain)]
    [InlineData("// Dynptr alone is a word of its own.\npublic static class Other { }")]
    public void Who_names_nothing_of_it_is_out_of_reach(string file) => Assert.Equal([], Find(file, "class Program { }"));

    [Theory]
    [InlineData("using Dynptrs; class A { void M(Dynptr ptr) { } }")]
    [InlineData("class A { void M(Dynptrs.Dynptr ptr) { } }")]
    [InlineData("namespace Dynptrs.Mine { class A { void M(Dynptr ptr) { } } }")]
    [InlineData("using D = global::Dynptrs.Dynptr; class A { void M(D ptr) { } }")]
    public void Who_names_it_is_in_reach(string file) => Assert.Equal([0], Find(file, Plain));

    [Fact]
    public void Who_names_a_type_of_a_file_in_reach_is_too_and_so_on() => Assert.Equal(
        [0, 1, 3],
        Find(
            Handle,
            "public static class Makes { public static Handle Make() => default; }",
            Plain,
            "public static class Uses { public static void Use() { var handle = Makes.Make(); } }"));

    [Theory]
    [InlineData("static class E { public static void Put(this int n) => new Handle().Ptr.ToString(); }", "class U { void M() { 1.Put(); } }")]
    [InlineData("static class E { extension(int n) { public Handle Put() => default; } }", "class U { void M() { 1.Put(); } }")]
    [InlineData("static class E { extension(int n) { public Handle Put => default; } }", "class U { void M() { _ = 1.Put; } }")]
    [InlineData("delegate Handle Makes();", "class U { void M(Makes make) { make(); } }")]
    [InlineData("interface IMakes { Handle Make(); }", "class U { void M(IMakes makes) { makes.Make(); } }")]
    [InlineData("class Outer { public class Inner { public Handle Make() => default; } }", "class U : Outer { void M(Inner inner) { } }")]
    [InlineData("partial class U { Handle Make() => default; }", "partial class U { void M() { Make(); } }")]
    [InlineData("global using H = Handle;", "class U { void M(H handle) { } }")]
    public void Whatever_a_file_in_reach_declares_leads_on(string declares, string uses) =>
        Assert.Equal([0, 1, 3], Find(Handle, declares, Plain, uses));

    [Theory]
    [InlineData("static class E { public static void Put(this int n) => new Handle().Ptr.ToString(); }")]
    [InlineData("delegate Handle Makes();")]
    [InlineData("class Outer { public int Add; }")]
    public void Another_name_does_not(string declares) => Assert.Equal(
        declares.Contains("Handle") ? [0, 1] : [0], Find(Handle, declares, Plain));

    [Theory]
    [InlineData("class U { void M(Dynptr ptr) { } }")]
    [InlineData("class U { [BpfProgram(\"tc\")] static int M() => 0; }")]
    [InlineData("class U { [BpfProgramAttribute(\"tc\")] static int M() => 0; }")]
    [InlineData("class U { void M() { _ = TcAction.TC_ACT_OK; } }")]
    public void What_is_imported_everywhere_is_found_by_the_names_of_its_types(string uses) =>
        Assert.Equal([0, 2], Find("global using Dynptrs;", Plain, uses));

    [Theory]
    [InlineData("global using static Makes;")]
    [InlineData("static class E { extension(int) { public static int operator +(int a, Handle b) => a; } }")]
    [InlineData("static class E { public static void Deconstruct(this int n, out int a, out int b) { new Handle(); a = b = n; } }")]
    [InlineData("static class E { public static System.Collections.IEnumerator GetEnumerator(this int n) { new Handle(); return null; } }")]
    [InlineData("static class E { public static Handle Select<T>(this int n, System.Func<int, T> f) => default; }")]
    public void What_is_used_without_a_name_brings_all_files_into_reach(string declares) =>
        Assert.Equal([0, 1, 2, 3], Find(Handle, "public static class Makes { public static Handle Make() => default; }", declares, Plain));

    [Fact]
    public void A_library_that_hands_it_on_brings_all_files_into_reach()
    {
        var library = Compile([Handle], []).ToMetadataReference();
        Assert.Equal([0], Find(Compile([Plain], [library])));
    }

    private static int[] Find(params string[] files) => Find(Compile(files, []));

    private static int[] Find(CSharpCompilation compilation)
    {
        var reach = FilesInReach.Find(compilation, KnownTypes.Create(compilation)!.Declaration, CancellationToken.None);
        Assert.Equal(compilation.SyntaxTrees.All(tree => !reach.Contains(tree)), reach.IsEmpty);
        return [.. compilation.SyntaxTrees.Index().Where(file => reach.Contains(file.Item)).Select(file => file.Index)];
    }

    private static CSharpCompilation Compile(IEnumerable<string> files, IEnumerable<MetadataReference> libraries) => CSharpCompilation.Create(
        "Test",
        files.Select(file => CSharpSyntaxTree.ParseText(file, cancellationToken: TestContext.Current.CancellationToken)),
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Dynptr).Assembly.Location), .. libraries],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
