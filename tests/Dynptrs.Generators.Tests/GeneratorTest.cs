using System.Collections.Immutable;
using System.Linq;
using Basic.Reference.Assemblies;
using Dynptrs.Generators.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Generators.Tests;

/// <summary>Runs the generator over sources.</summary>
internal static class GeneratorTest
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly MetadataReference Runtime = MetadataReference.CreateFromFile(typeof(Dynptr).Assembly.Location);

    public static CSharpCompilation Compile(params string[] sources) => Compile(referencesRuntime: true, sources);

    public static CSharpCompilation Compile(bool referencesRuntime, params string[] sources) => CSharpCompilation.Create(
        "Test",
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions, path: $"Source{i}.cs")),
        referencesRuntime ? Net100.References.All.Append(Runtime) : Net100.References.All,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            specificDiagnosticOptions: ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("CS1591", ReportDiagnostic.Suppress)));

    /// <summary>The only file that is generated for some sources; it must compile without a warning.</summary>
    public static string Generate(params string[] sources)
    {
        var driver = Run(Compile(sources), out var output);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return Assert.Single(driver.GetRunResult().GeneratedTrees).ToString();
    }

    public static GeneratorDriver Run(CSharpCompilation compilation, out Compilation output) =>
        CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out output, out _, TestContext.Current.CancellationToken);

    public static GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new BpfHelpersGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path: path);
}
