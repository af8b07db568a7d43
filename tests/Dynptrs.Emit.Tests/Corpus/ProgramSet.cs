using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Basic.Reference.Assemblies;
using Dynptrs.Emit.Programs;
using Dynptrs.Generators.Bodies;
using Dynptrs.Generators.Objects;
using Dynptrs.Generators.Structs;
using Dynptrs.Generators.Stubs;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Emit.Tests.Corpus;

/// <summary>Programs that are compiled together.</summary>
internal sealed class ProgramSet
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly ImmutableArray<MetadataReference> References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Dynptr).Assembly.Location)];

    public ProgramSet(string name, IEnumerable<string> files, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        Name = name;
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(
            File.ReadAllText(file),
            ParseOptions,
            Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'),
            Encoding.UTF8));
        var compilation = CSharpCompilation.Create(
            "Programs",
            trees,
            References,
            new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver
            .Create(
                [
                    new BpfHelpersGenerator().AsSourceGenerator(),
                    new BpfHelperGenerator().AsSourceGenerator(),
                    new BpfStructGenerator().AsSourceGenerator(),
                    new BpfObjectGenerator().AsSourceGenerator(),
                ],
                parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        Compilation = output;
    }

    /// <summary>The name, for messages.</summary>
    public string Name { get; }

    /// <summary>The compilation, with what the generators add.</summary>
    public Compilation Compilation { get; }

    /// <summary>What the compiler says is wrong.</summary>
    public IEnumerable<Diagnostic> Errors =>
        Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Emits each program as an object of its own.</summary>
    public ImmutableArray<EmittedProgram> EmitEach(bool includesRefused = false)
    {
        var emitter = new ProgramEmitter(Compilation, new EmissionOptions { IncludesRefused = includesRefused });
        return
        [
            .. emitter.FindPrograms().Select(method =>
                new EmittedProgram(Name, MetadataName(method.ContainingType), method.Name, emitter.Emit(method.Name, [method]))),
        ];
    }

    private static string MetadataName(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
            return $"{MetadataName(outer)}+{type.MetadataName}";
        var room = type.ContainingNamespace;
        return room.IsGlobalNamespace ? type.MetadataName : $"{room.ToDisplayString()}.{type.MetadataName}";
    }
}
