using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers.Tests.Docs;

/// <summary>
/// An example of a rule in <c>tests/rules</c>: <c>Rejected.cs</c> or <c>Accepted.cs</c>, and with them what the project says,
/// <c>Rejected.globalconfig</c> or <c>Accepted.globalconfig</c>, where it matters. What is reported is announced on its line.
/// </summary>
internal sealed class RuleExample
{
    /// <summary>The file that the example itself is in.</summary>
    public const string FileName = "Example.cs";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private readonly string _source;
    private readonly string _configuration;

    private RuleExample(string id, string name)
    {
        var folder = Path.Combine(Folder, id);
        _source = ReadIfThere(Path.Combine(folder, name + ".cs"));
        _configuration = ReadIfThere(Path.Combine(folder, name + ".globalconfig"));
        Exists = _source.Length > 0;
        // What is said of the project has no line.
        Expected = [.. ExpectMarks.Read(_source), .. ExpectMarks.Read(_configuration).Select(mark => (mark.Id, 0))];
    }

    private static string Folder { get; } = Path.Combine(Repository.Root, "tests", "rules");

    public bool Exists { get; }

    /// <summary>The files of its project, those included that all examples share.</summary>
    public ImmutableArray<(string Path, string Text)> Files =>
        [(FileName, _source), ("Shared.cs", File.ReadAllText(Path.Combine(Folder, "Shared.cs")))];

    /// <summary>The configuration of its project.</summary>
    public ImmutableArray<(string Path, string Text)> Configuration =>
        _configuration.Length == 0 ? [] : [(".globalconfig", _configuration)];

    /// <summary>What must be reported: ids with their lines, from 1, or 0 where it is said of the project.</summary>
    public ImmutableArray<(string Id, int Line)> Expected { get; }

    /// <summary>Its lines, without marks.</summary>
    public ImmutableArray<string> Lines =>
    [
        .. (_source + _configuration)
            .Split('\n')
            .Select(line => line.Split(["// expect", "# expect"], StringSplitOptions.None)[0].TrimEnd()),
    ];

    public static RuleExample Rejected(string id) => new(id, nameof(Rejected));

    public static RuleExample Accepted(string id) => new(id, nameof(Accepted));

    /// <summary>What the compiler says of it, and what all analyzers of the package report in it.</summary>
    public async Task<(ImmutableArray<Diagnostic> Errors, ImmutableArray<Diagnostic> Reported)> AnalyzeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = CSharpCompilation.Create(
            "Rules",
            Files.Select(file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path, cancellationToken: cancellation)),
            AnalyzerTest.References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(RuleFacts.Generators, parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _, cancellation);
        var options = ProjectOptions.Parse(Configuration.Select(file => ("/" + file.Path, file.Text)));
        var reported = await complete
            .WithAnalyzers(RuleFacts.Analyzers, new AnalyzerOptions([], options))
            .GetAnalyzerDiagnosticsAsync(cancellation);
        return ([.. complete.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)], reported);
    }

    /// <summary>The line of a diagnostic, from 1, or 0 where it has none.</summary>
    public static int Line(Diagnostic diagnostic) =>
        diagnostic.Location.IsInSource ? diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1 : 0;

    private static string ReadIfThere(string path) => File.Exists(path) ? File.ReadAllText(path) : "";
}
