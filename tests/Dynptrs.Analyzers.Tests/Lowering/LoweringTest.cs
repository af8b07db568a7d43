using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Basic.Reference.Assemblies;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Analyzers.Tests.Lowering;

/// <summary>Compiles a snippet and lowers one of its methods.</summary>
internal static class LoweringTest
{
    /// <summary>Owners, views and helpers with contracts, under names that the analyzer cannot know.</summary>
    public const string Library = """
        namespace Lib
        {
            [Owner] public ref struct Box { private int _a; private int _b; [Releases] public void Close() { } public readonly int Peek([ConstantSize] int n) => n; public void Touch() { } }
            [View] public ref struct Window<T> where T : unmanaged
            {
                private ref T _value;
                [NullTest(true)] public readonly bool IsNull => true;
                [Dereferences] public readonly ref T Value => ref _value;
                [Dereferences] public readonly System.Span<byte> Bytes => default;
                [NullTest(false)] public static implicit operator bool(Window<T> window) => false;
            }
            public struct Sample { public int Pid; public byte Flag; public long Time; }
            public sealed class Ring { }
            public delegate int Step<T>(int index, [Borrowed] ref T context) where T : allows ref struct;
            public static class Api
            {
                public static int Open(Ring ring, [Acquires("ring")] out Box box) { box = default; return 0; }
                public static void Close([Releases("ring")] ref Box box) { }
                [return: SliceOf("box")] public static Window<T> View<T>(scoped in Box box, int offset) where T : unmanaged => default;
                public static int Loop<T>(int count, [Callback(Context = "context", Runs = "count")] Step<T> step, ref T context) where T : allows ref struct => 0;
                [return: Acquires] public static Box Make() => default;
                [BpfHelper("time")] public static ulong Time() => 0;
            }
        }
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(OwnerAttribute).Assembly.Location)];

    /// <summary>Asserts the IR of the method <c>M</c> among these members.</summary>
    public static void AssertLowered(string members, string expected) =>
        Assert.Equal(
            expected.ReplaceLineEndings("\n"), string.Join('\n', Text(members).Split('\n').Skip(1).Select(line => line.TrimEnd())));

    /// <summary>Lowers the method of a name and answers its text.</summary>
    public static string Text(string members, string method = "M") =>
        Lower(Wrap(members), method).ToString().ReplaceLineEndings("\n").TrimEnd();

    /// <summary>The source of a class with these members, beside <see cref="Library"/>.</summary>
    public static string Wrap(string members) => $$"""
        using System;
        using System.Buffers.Binary;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using Dynptrs;
        using Lib;
        using static Lib.Api;

        static unsafe partial class Program
        {
            static readonly Ring Events = new();
        {{members}}
        }

        {{Library}}
        """;

    /// <summary>Lowers the method of a name.</summary>
    public static Function Lower(string source, string method)
    {
        var compilation = Compile(source);
        var context = Context(compilation);
        var symbol = Methods(compilation).Single(candidate => candidate.Name == method);
        var reference = context.Function(symbol, context.Known.Has(symbol, ContractAttribute.BpfProgram));
        return reference.Resolve() ?? throw new InvalidOperationException($"{method} has no body");
    }

    /// <summary>What lowering keeps for a compilation.</summary>
    public static AnalyzedCompilation Context(Compilation compilation) =>
        new(compilation, KnownTypes.Create(compilation)!, CancellationToken.None);

    /// <summary>The methods that a compilation declares, those of nested types and extension blocks included.</summary>
    public static IEnumerable<IMethodSymbol> Methods(Compilation compilation) => Types(compilation.Assembly.GlobalNamespace)
        .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>());

    /// <summary>Compiles a source, which has to be correct.</summary>
    public static Compilation Compile(params string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            "Snippet",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Snippet{index}.cs")),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
        return compilation;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (var nested in Types(member))
                yield return nested;
        }
    }
}
