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

namespace Dynptrs.Testing.Compiling;

/// <summary>Compiles programs as their project would.</summary>
internal static class ProgramCompilation
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly ImmutableArray<MetadataReference> References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Dynptr).Assembly.Location)];

    /// <summary>A compilation of files, in their order, with what the generators add behind them.</summary>
    /// <param name="root">The folder from which on the files are named.</param>
    /// <param name="files">The files.</param>
    /// <param name="kind">What they become.</param>
    public static Compilation Read(string root, IEnumerable<string> files, OutputKind kind = OutputKind.DynamicallyLinkedLibrary) =>
        Compile(files.Select(file => (Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file))), kind);

    /// <summary>A compilation of texts, in their order, with what the generators add behind them.</summary>
    /// <param name="files">The texts, with the paths of the files in which they would stand.</param>
    /// <param name="kind">What they become.</param>
    public static Compilation Compile(
        IEnumerable<(string Path, string Text)> files, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path, Encoding.UTF8));
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
        return output;
    }
}
