using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Build.Compiling;

/// <summary>A project as its compiler sees it, with what its generators add.</summary>
public sealed class CompiledProject
{
    private CompiledProject(
        string folder,
        Compilation compilation,
        AnalyzerOptions options,
        ImmutableArray<Diagnostic> errors,
        ImmutableArray<AnalyzerFileReference> extensions)
    {
        Folder = folder;
        Compilation = compilation;
        Options = options;
        Errors = errors;
        Extensions = extensions;
    }

    /// <summary>Its folder: paths are told relative to it.</summary>
    public string Folder { get; }

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>What analyzers are told.</summary>
    public AnalyzerOptions Options { get; }

    /// <summary>The errors of the compiler.</summary>
    public ImmutableArray<Diagnostic> Errors { get; }

    /// <summary>The assemblies with analyzers and generators.</summary>
    public ImmutableArray<AnalyzerFileReference> Extensions { get; }

    /// <summary>Whether a build runs the analyzers, so that what they report is reported there.</summary>
    public bool IsAnalyzed { get; private init; }

    /// <summary>Compiles.</summary>
    /// <param name="command">What the compiler is told.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static CompiledProject Compile(CompilerCommand command, CancellationToken cancellationToken = default)
    {
        var arguments = CSharpCommandLineParser.Default.Parse(command.Arguments, command.Folder, sdkDirectory: null);
        var configuration = ConfigurationFiles.Read(arguments.AnalyzerConfigPaths);
        var sources = arguments.SourceFiles.Select(file => file.Path).Where(File.Exists).ToArray();
        var trees = sources.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(path => Parse(path, arguments)).ToArray();
        var compilation = CSharpCompilation.Create(
            arguments.CompilationName ?? "project",
            trees,
            References(arguments, command.Folder),
            arguments.CompilationOptions
                .WithSyntaxTreeOptionsProvider(configuration.Severities)
                .WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default)
                .WithStrongNameProvider(new DesktopStrongNameProvider()));
        var loader = new GeneratorLoader();
        ImmutableArray<AdditionalText> files = [.. arguments.AdditionalFiles.Select(file => new AdditionalFile(file.Path))];
        ImmutableArray<AnalyzerFileReference> extensions =
        [
            .. arguments.AnalyzerReferences
                .Select(reference => Path.GetFullPath(reference.FilePath, command.Folder))
                .Where(File.Exists)
                .Select(path => new AnalyzerFileReference(path, loader)),
        ];
        var driver = CSharpGeneratorDriver.Create(
            extensions.SelectMany(extension => extension.GetGenerators(LanguageNames.CSharp)),
            files,
            (CSharpParseOptions)arguments.ParseOptions,
            configuration.Options);
        _ = driver.RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var generated, cancellationToken);
        var errors = arguments.Errors
            .Concat(generated)
            .Concat(updated.GetDiagnostics(cancellationToken))
            .Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsSuppressed: false });
        return new CompiledProject(
            command.Folder,
            updated,
            new AnalyzerOptions(files, configuration.Options),
            [.. errors, .. Missing(arguments, command.Folder)],
            extensions)
        {
            IsAnalyzed = !arguments.SkipAnalyzers && extensions.Any(extension =>
                Path.GetFileNameWithoutExtension(extension.FullPath) == "Dynptrs.Analyzers"),
        };
    }

    private static SyntaxTree Parse(string path, CSharpCommandLineArguments arguments)
    {
        using var stream = File.OpenRead(path);
        var text = SourceText.From(stream, arguments.Encoding, arguments.ChecksumAlgorithm);
        return CSharpSyntaxTree.ParseText(text, arguments.ParseOptions, path);
    }

    private static IEnumerable<MetadataReference> References(CSharpCommandLineArguments arguments, string folder)
    {
        foreach (var (file, properties) in arguments.MetadataReferences.Select(Parts))
        {
            if (Path.Combine(folder, file) is var path && File.Exists(path))
                yield return MetadataReference.CreateFromFile(path, properties);
        }
    }

    /// <summary>The file, and how it is used: its aliases among that.</summary>
    private static (string File, MetadataReferenceProperties Properties) Parts(CommandLineReference reference) =>
        reference is { Reference: var file, Properties: var properties } ? (file, properties) : default;

    private static IEnumerable<Diagnostic> Missing(CSharpCommandLineArguments arguments, string folder)
    {
        foreach (var file in arguments.SourceFiles.Select(file => file.Path).Where(path => !File.Exists(path)))
            yield return Error("CS2001", $"Source file '{file}' could not be found");
        foreach (var reference in arguments.MetadataReferences.Select(reference => reference.Reference))
        {
            if (!File.Exists(Path.Combine(folder, reference)))
                yield return Error("CS0006", $"Metadata file '{reference}' could not be found");
        }
    }

    private static Diagnostic Error(string id, string message) => Diagnostic.Create(
        id, "Compiler", message, DiagnosticSeverity.Error, DiagnosticSeverity.Error, isEnabledByDefault: true, warningLevel: 0);
}
