using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using Dynptrs.Benchmarks.Analysis;
using Dynptrs.Generators.Bodies;
using Dynptrs.Generators.Diagnostics;
using Dynptrs.Generators.Objects;
using Dynptrs.Generators.Structs;
using Dynptrs.Generators.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Benchmarks.Generation;

/// <summary>
/// What it costs to fill two thousand types, ten to a file, with all generators at work: all of them, and again after an edit of one file,
/// of a line beside them, and of another file. An edit makes a new compilation, as in an editor, so that what is read of symbols is bound
/// anew.
/// </summary>
[MemoryDiagnoser]
public class GenerationBenchmarks
{
    private const int Files = 200, TypesPerFile = 10;

    private Compilation _compilation = null!;
    private GeneratorDriver _warm = null!;
    private SyntaxTree _edited = null!;
    private SyntaxTree _beside = null!;
    private SyntaxTree _elsewhere = null!;

    [ParamsAllValues]
    public GeneratedKind Kind { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _compilation = CompiledPrograms.Compile(
            Enumerable.Range(0, Files).Select(file => ($"File{file}.cs", Source(file))).Append(("Other.cs", "class Other;")),
            referencesRuntime: true,
            OutputKind.DynamicallyLinkedLibrary);
        _warm = All();
        if (_warm.GetRunResult().GeneratedTrees.Length != Files * TypesPerFile)
            throw new InvalidOperationException($"{_warm.GetRunResult().GeneratedTrees.Length} files were generated.");
        _edited = Parse(Source(0).Replace("_port", "_gate", StringComparison.Ordinal), "File0.cs");
        _beside = Parse(Source(0) + "class Beside;", "File0.cs");
        _elsewhere = Parse("class Other { void M() { } }", "Other.cs");
    }

    [Benchmark(Baseline = true, Description = "all types")]
    public GeneratorDriver All() => CSharpGeneratorDriver
        .Create(
            [
                new BpfHelpersGenerator().AsSourceGenerator(),
                new BpfHelperGenerator().AsSourceGenerator(),
                new BpfStructGenerator().AsSourceGenerator(),
                new BpfObjectGenerator().AsSourceGenerator(),
                new MissingRuntimeGenerator().AsSourceGenerator(),
            ],
            parseOptions: (CSharpParseOptions)_compilation.SyntaxTrees.First().Options)
        .RunGenerators(_compilation.Clone());

    [Benchmark(Description = "an edit of ten types")]
    public GeneratorDriver Edit() => Run(0, _edited);

    [Benchmark(Description = "an edit beside a type")]
    public GeneratorDriver Beside() => Run(0, _beside);

    [Benchmark(Description = "an edit elsewhere")]
    public GeneratorDriver Elsewhere() => Run(Files, _elsewhere);

    private string Source(int file) =>
        $"using Dynptrs; namespace N{file} {{{string.Concat(Enumerable.Range(0, TypesPerFile).Select(Type))}}}";

    private string Type(int i) => Kind switch
    {
        GeneratedKind.Structs => $$"""

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
            """,
        GeneratedKind.Bodies => $$"""

            /// <summary>A helper.</summary>
            public static partial class Own{{i}}
            {
                [BpfHelper("own{{i}}")]
                public static partial int Use([InRange(1, 9)] int size, string _port, [LengthOf("buffer")] int length, System.Span<byte> buffer);

                private static int UseCore(int size, string _port, int length, System.Span<byte> buffer) => 0;
            }
            """,
        GeneratedKind.Objects => $$"""

            /// <summary>An object.</summary>
            [BpfObject(License = "GPL")]
            public static partial class Filter{{i}}
            {
                private static readonly RingBuf Events = new(maxEntries: 4096);
                private static int _port;

                [BpfProgram("xdp")]
                public static int OnPacket(XdpBuff xdp) => _port;
            }
            """,
        _ => $$"""

            /// <summary>The stubs of _port.</summary>
            [BpfHelpers(Include = new[] { "bpf_dynptr_r*", "bpf_dynptr_s*" }, Exclude = new[] { "_port" })]
            internal static partial class Bpf{{i}};
            """,
    };

    private GeneratorDriver Run(int file, SyntaxTree edited) =>
        _warm.RunGenerators(_compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees.ElementAt(file), edited));

    private SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)_compilation.SyntaxTrees.First().Options, path);
}
