using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using Dynptrs.Generators.Structs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Tests.Structs;

/// <summary>Fills structs, and compiles, runs or analyses what comes of it.</summary>
internal static class StructTest
{
    private const string Usings = """
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using Dynptrs;

        """;

    private static readonly ImmutableArray<MetadataReference> References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Dynptr).Assembly.Location)];

    /// <summary>The compilation with what is generated.</summary>
    public static Compilation Generate(string source, LanguageVersion version = LanguageVersion.CSharp14)
    {
        var options = new CSharpParseOptions(version, DocumentationMode.Diagnose);
        CreateDriver(version).RunGeneratorsAndUpdateCompilation(
            Compile(options, Usings + source), out var output, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        return output;
    }

    /// <summary>The only file that is generated; all must compile without a warning.</summary>
    public static string GenerateFile(string source, LanguageVersion version = LanguageVersion.CSharp14)
    {
        var output = Generate(source, version);
        AssertCompiles(output);
        return Assert.Single(output.SyntaxTrees.Skip(1)).ToString();
    }

    public static void AssertCompiles(Compilation output) =>
        Assert.Empty(output
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

    /// <summary>What <c>Test.Run()</c> of a source answers.</summary>
    public static object? Run(string source)
    {
        var output = Generate(source);
        AssertCompiles(output);
        var image = new MemoryStream();
        Assert.True(output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("Test", isCollectible: true);
        context.Resolving += static (_, name) => name.Name == typeof(Dynptr).Assembly.GetName().Name ? typeof(Dynptr).Assembly : null;
        try
        {
            var test = context.LoadFromStream(image).GetType("Test")!;
            return test.InvokeMember(
                "Run",
                BindingFlags.InvokeMethod | BindingFlags.Public | BindingFlags.Static,
                null,
                null,
                null,
                System.Globalization.CultureInfo.InvariantCulture);
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>What the analyzer reports of a source together with what is generated for it, as a build sees both.</summary>
    public static async Task<IEnumerable<string>> Analyze(string source, LanguageVersion version = LanguageVersion.CSharp14)
    {
        var diagnostics = await Generate(source, version)
            .WithAnalyzers([new BpfStructAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return diagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic =>
                $"{diagnostic.Id} at `{diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}`: {diagnostic.GetMessage()}");
    }

    public static GeneratorDriver CreateDriver(LanguageVersion version = LanguageVersion.CSharp14) => CSharpGeneratorDriver.Create(
        [new BpfStructGenerator().AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(version, DocumentationMode.Diagnose),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static CSharpCompilation Compile(CSharpParseOptions options, string source) => CSharpCompilation.Create(
        "Test",
        [CSharpSyntaxTree.ParseText(source, options, path: "Source0.cs")],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            checkOverflow: true,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            specificDiagnosticOptions: ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("CS1591", ReportDiagnostic.Suppress)
                .Add("CS8019", ReportDiagnostic.Suppress)));
}
