using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Verifier.Tests.Properties.Sabotage;

/// <summary>The source of the verifier, to be compiled with a fault in it.</summary>
internal static class VerifierSource
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "Dynptrs.Verifier");

    private static readonly Lazy<CSharpCompilation> Original = new(Parse);

    /// <summary>Compiles the verifier with a fault.</summary>
    public static byte[] Compile(Mutant mutant)
    {
        var path = Path.Combine(Folder, mutant.File);
        var tree = Original.Value.SyntaxTrees.Single(tree => tree.FilePath == path);
        var mutated = Original.Value.ReplaceSyntaxTree(tree, Parse(path, Edit(mutant)));
        var image = new MemoryStream();
        var result = mutated.Emit(image);
        Assert.True(result.Success, $"{mutant}: {string.Join(Environment.NewLine, result.Diagnostics.Where(IsError))}");
        return image.ToArray();
    }

    /// <summary>The text of a file with the fault in it.</summary>
    public static string Edit(Mutant mutant)
    {
        var text = File.ReadAllText(Path.Combine(Folder, mutant.File));
        var count = text.Split(mutant.Text).Length - 1;
        Assert.True(count == 1, $"{mutant}: stands {count} times in {mutant.File}:{Environment.NewLine}{mutant.Text}");
        return text.Replace(mutant.Text, mutant.Replacement, StringComparison.Ordinal);
    }

    private static CSharpCompilation Parse()
    {
        var files = Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Folder, path).StartsWith("obj", StringComparison.Ordinal));
        var friend = typeof(VerifierSource).Assembly.GetName().Name;
        var trees = files.Select(path => Parse(path, File.ReadAllText(path)))
            .Append(Parse("Friends.cs", $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend}\")]"));
        return CSharpCompilation.Create(
            typeof(DynptrVerifier).Assembly.GetName().Name,
            trees,
            References(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
    }

    private static SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14), path);

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
