using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers.Tests.Docs;

/// <summary>The README shows a program that a person can copy, and what a build says of it.</summary>
public sealed partial class ReadmeTests
{
    /// <summary>The file that the README names.</summary>
    private const string FileName = "Probe.cs";

    private static readonly string Readme = Path.Combine(Repository.Root, "README.md");

    [Fact]
    public async Task It_prints_what_a_build_reports_of_its_program()
    {
        var readme = File.ReadAllText(Readme);
        var sighting = Sighting().Match(readme);
        Assert.True(sighting.Success);
        var reported = Assert.Single(await Build(sighting.Groups["program"].Value));

        var text = sighting.Groups["text"];
        Repository.VerifyOrUpdate(Readme, readme[..text.Index] + Print(reported) + readme[(text.Index + text.Length)..]);
    }

    [Fact]
    public async Task Its_program_builds_with_the_release_that_it_names()
    {
        var readme = File.ReadAllText(Readme);
        var release = Release().Match(readme).Groups["statement"].Value;
        var program = Sighting().Match(readme).Groups["program"].Value;

        Assert.Empty(await Build(program.Replace("return 0;", $"{{ {release} return 0; }}", System.StringComparison.Ordinal)));
    }

    private static async Task<ImmutableArray<Diagnostic>> Build(string program)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = CSharpCompilation.Create(
            "Readme",
            [CSharpSyntaxTree.ParseText(program, path: FileName, cancellationToken: cancellation)],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Dynptr).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics(cancellation));
        return await compilation.WithAnalyzers(RuleFacts.Analyzers).GetAnalyzerDiagnosticsAsync(cancellation);
    }

    private static string Print(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        return $"{FileName}({start.Line + 1},{start.Character + 1}): {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n";
    }

    [GeneratedRegex(@"```csharp\n(?<program>(?:(?!```).*\n)*)```\n(?:(?!```).*\n)*```text\n(?<text>(?:(?!```).*\n)*)```")]
    private static partial Regex Sighting();

    [GeneratedRegex("The code fix adds `(?<statement>[^`]+)`")]
    private static partial Regex Release();
}
