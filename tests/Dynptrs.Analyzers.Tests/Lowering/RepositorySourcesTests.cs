using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Analyzers.Tests.Lowering;

/// <summary>Real code, none of it written for the lowering: whatever C# holds, it is lowered, and nothing throws.</summary>
public class RepositorySourcesTests
{
    [Theory]
    [InlineData("src/Dynptrs.Runtime")]
    [InlineData("src/Dynptrs.Verifier")]
    [InlineData("src/Dynptrs.Analyzers")]
    [InlineData("tests/Dynptrs.Runtime.Tests")]
    [InlineData("tests/Dynptrs.Verifier.Tests")]
    public void Every_body_of_the_repository_can_be_lowered(string folder)
    {
        var compilation = Compile(folder);
        var context = LoweringTest.Context(compilation);
        var lowered = 0;
        foreach (var method in LoweringTest.Methods(compilation))
        {
            var reference = context.Function(method, isProgramCode: false);
            if (reference.Resolve() is not { } function)
                continue;
            lowered++;
            Assert.True(function.Blocks.Length > 0 && function.ToString().Length > 0, method.ToDisplayString());
            AssertWellFormed(reference);
        }

        Assert.True(lowered > 0, $"{lowered} methods of {folder} were lowered");
    }

    private static void AssertWellFormed(LoweredFunctionReference reference)
    {
        var function = reference.Resolve()!;
        foreach (var local in function.Locals)
            Assert.True(local.FirstCell >= 0 && local.FirstCell + local.Type.CellCount <= function.CellCount);
        foreach (var block in function.Blocks)
            Assert.All(block.Handlers, handler => Assert.InRange(handler, 0, function.Blocks.Length - 1));
        foreach (var nested in reference.Nested)
        {
            if (nested.Resolve() is not null)
                AssertWellFormed(nested);
        }
    }

    internal static Compilation Compile(string folder)
    {
        var global = CSharpSyntaxTree.ParseText("global using Xunit;", new CSharpParseOptions(LanguageVersion.CSharp14));
        var trees = Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)
                && !path.Contains("/bin/", StringComparison.Ordinal)
                && !path.Contains("/Polyfills/", StringComparison.Ordinal))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.CSharp14), path));
        return CSharpCompilation.Create(
            "Repository",
            trees.Append(global),
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
}
