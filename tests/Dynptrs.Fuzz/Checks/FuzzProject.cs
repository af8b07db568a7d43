using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using Dynptrs.Analyzers;
using Dynptrs.CodeFixes.Lifetime;
using Dynptrs.Fuzz.Sources;
using Dynptrs.Generators.Stubs;
using Dynptrs.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Fuzz.Checks;

/// <summary>A project of an editor, one document of which is typed in.</summary>
internal sealed class FuzzProject
{
    private const string Generated = "/generated/";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(Dynptr).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(DynptrVerifier).Assembly.Location),
    ];

    private readonly DocumentId _subject;
    private readonly Solution _solution;
    private ImmutableDictionary<string, DocumentId> _generated = ImmutableDictionary<string, DocumentId>.Empty;
    private Project? _project;
    private GeneratorDriver _driver;

    private FuzzProject(Solution solution, DocumentId subject)
    {
        (_solution, _subject) = (solution, subject);
        _driver = CSharpGeneratorDriver
            .Create(Create<IIncrementalGenerator>(typeof(BpfHelpersGenerator)).Select(generator => generator.AsSourceGenerator()))
            .WithUpdatedParseOptions(ParseOptions);
    }

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [.. Create<DiagnosticAnalyzer>(typeof(DynptrAnalyzer)), .. Create<DiagnosticAnalyzer>(typeof(BpfHelpersGenerator))];

    public static ImmutableArray<CodeFixProvider> Fixes { get; } = Create<CodeFixProvider>(typeof(UnreleasedReferenceFix));

    public static ImmutableArray<CodeRefactoringProvider> Refactorings { get; } =
        Create<CodeRefactoringProvider>(typeof(UnreleasedReferenceFix));

    public static FuzzProject Create(SourceFile file)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.CurrentSolution
            .AddProject("Fuzz", "Fuzz", LanguageNames.CSharp)
            .WithParseOptions(ParseOptions)
            .WithCompilationOptions(new CSharpCompilationOptions(
                file.Text.Contains("static void Main", StringComparison.Ordinal) || Path.GetFileName(file.Path) == "Program.cs"
                    ? OutputKind.ConsoleApplication
                    : OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable))
            .AddMetadataReferences(References);
        foreach (var (path, text) in file.Others)
            project = project.AddDocument(path, SourceText.From(text), filePath: "/" + path).Project;
        var subject = project.AddDocument(file.Path, SourceText.From(file.Text), filePath: "/" + file.Path);
        return new FuzzProject(subject.Project.Solution, subject.Id);
    }

    /// <summary>The document with other text, and what the generators make of it.</summary>
    public async Task<TypedDocument> TypeAsync(string text)
    {
        var solution = (_project?.Solution ?? _solution).WithDocumentText(_subject, SourceText.From(text));
        var project = solution.GetDocument(_subject)!.Project;
        var compilation = (await project.GetCompilationAsync())!;
        // An editor keeps the driver, which makes anew only what an edit has changed.
        _driver = _driver.RunGenerators(compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Where(IsGenerated)));
        var result = _driver.GetRunResult();
        project = await WriteAsync(project, result);
        _project = project;
        return new TypedDocument(project.GetDocument(_subject)!, result);
    }

    /// <summary>Whether a file was generated.</summary>
    public static bool IsGenerated(SyntaxTree tree) => tree.FilePath.StartsWith(Generated, StringComparison.Ordinal);

    /// <summary>Puts into the project what was generated. What is as it was stays what it was, so that it is not parsed again.</summary>
    private async Task<Project> WriteAsync(Project project, GeneratorDriverRunResult result)
    {
        var before = _generated;
        _generated = ImmutableDictionary<string, DocumentId>.Empty;
        foreach (var source in result.Results.Where(each => each.Exception is null).SelectMany(each => each.GeneratedSources))
        {
            if (before.TryGetValue(source.HintName, out var id))
            {
                if (!(await project.GetDocument(id)!.GetTextAsync()).ContentEquals(source.SourceText))
                    project = project.Solution.WithDocumentText(id, source.SourceText).GetProject(project.Id)!;
            }
            else
            {
                var document = project.AddDocument(source.HintName, source.SourceText, filePath: Generated + source.HintName);
                (id, project) = (document.Id, document.Project);
            }

            _generated = _generated.Add(source.HintName, id);
        }

        foreach (var (name, id) in before)
        {
            if (!_generated.ContainsKey(name))
                project = project.RemoveDocument(id);
        }

        return project;
    }

    private static ImmutableArray<T> Create<T>(Type inAssembly)
        where T : class =>
    [
        .. inAssembly.Assembly.GetTypes()
            .Where(type => typeof(T).IsAssignableFrom(type) && type is { IsAbstract: false, IsPublic: true })
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.Public, null, null, null)!),
    ];
}
