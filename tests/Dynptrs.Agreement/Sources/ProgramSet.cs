using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Basic.Reference.Assemblies;
using Dynptrs.Generators.Bodies;
using Dynptrs.Generators.Objects;
using Dynptrs.Generators.Structs;
using Dynptrs.Generators.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Agreement.Sources;

/// <summary>Programs that are compiled together, with what the generators add.</summary>
/// <param name="Name">The name, for people.</param>
/// <param name="Compilation">The compilation.</param>
/// <param name="Files">The files that were written by people, of which programs are changed.</param>
internal sealed record ProgramSet(string Name, Compilation Compilation, ImmutableArray<SyntaxTree> Files)
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly ImmutableArray<MetadataReference> References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Dynptr).Assembly.Location)];

    public static ProgramSet Read(string name, string root, IEnumerable<string> files)
    {
        ImmutableArray<SyntaxTree> trees =
        [
            .. files.Select(file => CSharpSyntaxTree.ParseText(
                File.ReadAllText(file), ParseOptions, Path.GetRelativePath(root, file), Encoding.UTF8)),
        ];
        var compilation = CSharpCompilation.Create(
            "Programs",
            trees,
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
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
        return new ProgramSet(name, output, trees);
    }
}
