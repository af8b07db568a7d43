using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Basic.Reference.Assemblies;
using Dynptrs.Generators.Objects;
using Dynptrs.Generators.Structs;
using Dynptrs.Generators.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Conformance.Tests.Sources;

/// <summary>Compiles sources of the corpus, with what the generators add.</summary>
internal static class CorpusCompilation
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14);

    private static readonly ImmutableArray<MetadataReference> References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Dynptr).Assembly.Location)];

    public static CSharpCompilation Create(IEnumerable<CorpusFile> files) => Create(files.Select(file => file.Tree));

    public static CSharpCompilation Create(IEnumerable<SyntaxTree> trees)
    {
        var compilation = CSharpCompilation.Create(
            "Corpus",
            trees,
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver
            .Create(
                [
                    new BpfHelpersGenerator().AsSourceGenerator(),
                    new BpfStructGenerator().AsSourceGenerator(),
                    new BpfObjectGenerator().AsSourceGenerator(),
                ],
                parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);
        return (CSharpCompilation)output;
    }

    public static IEnumerable<Diagnostic> GetErrors(CSharpCompilation compilation) =>
        compilation
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
