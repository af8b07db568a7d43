using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Basic.Reference.Assemblies;
using Dynptrs.Analyzers;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Generators.Structs;
using Dynptrs.Generators.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>Programs, compiled with the runtime and what the generators add.</summary>
internal sealed class CompiledPrograms
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private readonly Compilation _compilation;
    private readonly AnalyzedCompilation _analyzed;

    private CompiledPrograms(IEnumerable<(string Path, string Text)> sources, OutputKind kind)
    {
        var generator = CSharpGeneratorDriver.Create(
            [new BpfHelpersGenerator().AsSourceGenerator(), new BpfStructGenerator().AsSourceGenerator()], parseOptions: ParseOptions);
        generator.RunGeneratorsAndUpdateCompilation(Compile(sources, referencesRuntime: true, kind), out _compilation, out _);
        ThrowOnErrors(_compilation);
        var known = KnownTypes.Create(_compilation) ?? throw new InvalidOperationException("The contract attributes were not found.");
        _analyzed = new AnalyzedCompilation(_compilation, known, default);
    }

    /// <summary>The kernel's own tests, in C#.</summary>
    public static CompiledPrograms Corpus { get; } = new(ReadFolder("Corpus/"), OutputKind.DynamicallyLinkedLibrary);

    /// <summary>The compilation, with what the generators add.</summary>
    public Compilation Compilation => _compilation;

    /// <summary>Compiles one source.</summary>
    public static CompiledPrograms FromSource(string source) => new([("Generated.cs", source)], OutputKind.ConsoleApplication);

    /// <summary>Compiles sources as they are, without the generators.</summary>
    public static CSharpCompilation Compile(
        IEnumerable<(string Path, string Text)> sources,
        bool referencesRuntime,
        OutputKind kind = OutputKind.ConsoleApplication) => CSharpCompilation.Create(
            "Programs",
            sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.Path)),
            referencesRuntime
                ? Net100.References.All.Append(MetadataReference.CreateFromFile(typeof(Dynptr).Assembly.Location))
                : Net100.References.All,
            new CSharpCompilationOptions(
                kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    public static void ThrowOnErrors(Compilation compilation)
    {
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
    }

    /// <summary>The methods that are marked as programs.</summary>
    public IEnumerable<AnalyzedMethod> FindPrograms() =>
        from type in AllTypes(_compilation.Assembly.GlobalNamespace)
        from method in type.GetMembers().OfType<IMethodSymbol>()
        where _analyzed.Known.Has(method, ContractAttribute.BpfProgram)
        select new AnalyzedMethod(_analyzed, method);

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceOrTypeSymbol scope) =>
        scope.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member => member is INamedTypeSymbol type ? AllTypes(type).Prepend(type) : AllTypes(member));

    private static IEnumerable<(string Path, string Text)> ReadFolder(string folder)
    {
        var assembly = typeof(CompiledPrograms).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }
}
