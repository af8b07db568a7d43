using System;
using System.IO;
using System.Linq;
using System.Threading;
using Dynptrs.Conformance.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Conformance.Tests.Mutants;

/// <summary>What all suites share, compiled once, so that a mutant is a compilation of one file.</summary>
internal static class SharedDeclarations
{
    public const string Friend = "Mutant";

    private static readonly Lazy<CSharpCompilation> EmptyInstance = new(Create, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>A compilation without sources that sees the declarations. What is added to it shares its references.</summary>
    public static CSharpCompilation Empty => EmptyInstance.Value;

    private static CSharpCompilation Create()
    {
        var friend = CSharpSyntaxTree.ParseText(
            $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{Friend}\")]", CorpusCompilation.ParseOptions);
        var shared = CorpusCompilation.Create(CorpusSources.Shared.Select(file => file.Tree).Append(friend));
        using var image = new MemoryStream();
        var result = shared.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        // What nothing refers to makes each lookup of a name longer.
        var used = CorpusCompilation.Create(CorpusSources.Valid).GetUsedAssemblyReferences(TestContext.Current.CancellationToken);
        return CSharpCompilation.Create(Friend, [], [.. used, MetadataReference.CreateFromImage(image.ToArray())], shared.Options);
    }
}
