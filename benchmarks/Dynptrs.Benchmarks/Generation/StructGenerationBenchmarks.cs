using System.Linq;
using BenchmarkDotNet.Attributes;
using Dynptrs.Benchmarks.Analysis;
using Dynptrs.Generators.Structs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Benchmarks.Generation;

/// <summary>
/// What it costs to fill two thousand structs, ten to a file: all of them, and again after an edit of one, of a line beside it, and of another file. An edit makes a
/// new compilation, as in an editor, so that what is read of symbols is bound anew.
/// </summary>
[MemoryDiagnoser]
public class StructGenerationBenchmarks
{
    private const int Files = 200, StructsPerFile = 10;

    private Compilation _compilation = null!;
    private GeneratorDriver _warm = null!;
    private SyntaxTree _edited = null!;
    private SyntaxTree _beside = null!;
    private SyntaxTree _elsewhere = null!;

    [GlobalSetup]
    public void Setup()
    {
        _compilation = CompiledPrograms.Compile(Enumerable.Range(0, Files).Select(file => ($"File{file}.cs", Source(file))).Append(("Other.cs", "class Other;")), referencesRuntime: true, OutputKind.DynamicallyLinkedLibrary);
        _warm = All();
        _edited = Parse(Source(0).Replace("uint _port", "ulong _port", System.StringComparison.Ordinal), "File0.cs");
        _beside = Parse(Source(0) + "class Beside;", "File0.cs");
        _elsewhere = Parse("class Other { void M() { } }", "Other.cs");
    }

    [Benchmark(Baseline = true, Description = "all structs")]
    public GeneratorDriver All() => CSharpGeneratorDriver
        .Create([new BpfStructGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)_compilation.SyntaxTrees.First().Options)
        .RunGenerators(_compilation.Clone());

    [Benchmark(Description = "an edit of ten structs")]
    public GeneratorDriver Edit() => Run(0, _edited);

    [Benchmark(Description = "an edit beside a struct")]
    public GeneratorDriver Beside() => Run(0, _beside);

    [Benchmark(Description = "an edit elsewhere")]
    public GeneratorDriver Elsewhere() => Run(Files, _elsewhere);

    private static string Source(int file) => "using Dynptrs; namespace N" + file + " {" + string.Concat(Enumerable.Range(0, StructsPerFile).Select(i => $$"""

        /// <summary>A header.</summary>
        [BpfStruct]
        public partial struct Header{{i}}
        {
            public EthHdr Ethernet;
            [BitField("Length", 4)]
            [BitField("Version", 4)]
            private byte _first;
            public byte Kind;
            [NetworkOrder]
            private uint _port;
            public Ipv4Address Source;
        }
        """)) + "}";

    private GeneratorDriver Run(int file, SyntaxTree edited) =>
        _warm.RunGenerators(_compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees.ElementAt(file), edited));

    private SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)_compilation.SyntaxTrees.First().Options, path);
}
