using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Basic.Reference.Assemblies;
using Dynptrs.Generators.Bodies;
using Dynptrs.Generators.Diagnostics;
using Dynptrs.Generators.Objects;
using Dynptrs.Generators.Structs;
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

    public static CSharpCompilation Compile(bool referencesRuntime, params string[] sources) =>
        Compile(referencesRuntime, LanguageVersion.CSharp14, sources);

    public static CSharpCompilation Compile(bool referencesRuntime, LanguageVersion version, params string[] sources) =>
        CSharpCompilation.Create(
            "Test",
            sources.Select((source, i) =>
                CSharpSyntaxTree.ParseText(source, ParseOptions.WithLanguageVersion(version), path: $"Source{i}.cs")),
            referencesRuntime ? Net100.References.All.Append(Runtime) : Net100.References.All,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                specificDiagnosticOptions: ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("CS1591", ReportDiagnostic.Suppress)));

    /// <summary>Every warning is an error, for missing documentation too.</summary>
    public static CSharpCompilationOptions Strict { get; } =
        new(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            warningLevel: 9999);

    /// <summary>The only file that is generated for some sources; it must compile without a warning.</summary>
    public static string Generate(params string[] sources) => Generate(Compile(sources));

    /// <summary>The only file that is generated for a compilation; it must compile without a warning.</summary>
    public static string Generate(CSharpCompilation compilation)
    {
        var driver = Run(compilation, out var output);
        AssertCompiles(output);
        AssertCompiles(Convert(output, LanguageVersion.CSharp13));
        AssertCompiles(
            Convert(output, LanguageVersion.Preview).AddSyntaxTrees(CSharpSyntaxTree.ParseText(
                "[assembly: System.CLSCompliant(true)]", new CSharpParseOptions(LanguageVersion.Preview))),
            ".g.cs");
        return Assert.Single(driver.GetRunResult().GeneratedTrees).ToString();
    }

    private static void AssertCompiles(Compilation compilation, string files = ".cs") => Assert.Empty(
        from diagnostic in compilation.GetDiagnostics(TestContext.Current.CancellationToken)
        where diagnostic.Severity >= DiagnosticSeverity.Warning
            && (diagnostic.Location.SourceTree?.FilePath ?? files).EndsWith(files, StringComparison.Ordinal)
        select diagnostic);

    /// <summary>The same sources, generated ones included, in another version of the language.</summary>
    private static Compilation Convert(Compilation compilation, LanguageVersion version) =>
        compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(
            compilation.SyntaxTrees.Select(tree =>
                CSharpSyntaxTree.ParseText(tree.ToString(), ParseOptions.WithLanguageVersion(version), tree.FilePath)));

    /// <summary>Compares what was generated with a file in <c>Approved</c>.</summary>
    public static void Approve(string name, string generated)
    {
        generated = generated.ReplaceLineEndings("\n");
        var path = Path.Combine(AppContext.BaseDirectory, "Approved", name + ".txt");
        if (File.Exists(path) && generated == File.ReadAllText(path).ReplaceLineEndings("\n"))
            return;
        var received = Path.ChangeExtension(path, ".received.txt");
        File.WriteAllText(received, generated);
        Assert.Fail(
            $"What is generated differs from tests/Dynptrs.Generators.Tests/Approved/{name}.txt. If it is right, copy {received} over it.");
    }

    public static GeneratorDriver Run(CSharpCompilation compilation, out Compilation output) =>
        CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out output, out _, TestContext.Current.CancellationToken);

    public static GeneratorDriver CreateDriver(LanguageVersion version = LanguageVersion.CSharp14) => CSharpGeneratorDriver.Create(
        [
            new BpfHelpersGenerator().AsSourceGenerator(),
            new BpfHelperGenerator().AsSourceGenerator(),
            new BpfStructGenerator().AsSourceGenerator(),
            new BpfObjectGenerator().AsSourceGenerator(),
            new MissingRuntimeGenerator().AsSourceGenerator(),
        ],
        parseOptions: ParseOptions.WithLanguageVersion(version),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path: path);
}
