using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Tests;

/// <summary>What the documentation shows of generated code is what is generated for the example beside it.</summary>
public sealed class DocumentedOutputTests
{
    private const string Elision = "…";

    [Theory]
    [InlineData("Helper stubs")]
    [InlineData("Contracts of your own")]
    [InlineData("Struct views")]
    [InlineData("Skeletons")]
    public void The_documentation_shows_what_is_generated(string chapter)
    {
        var blocks = Blocks(ReadPage().Split($"\n## {chapter}\n")[1].Split("\n## ")[0]);
        var generated = Generate(blocks[0]);
        foreach (var member in blocks[1].Split("\n\n"))
            Assert.Contains(member, generated, StringComparison.Ordinal);
    }

    private static string ReadPage() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "generator.md")).ReplaceLineEndings("\n");

    private static string[] Blocks(string chapter) => [.. chapter.Split("```csharp\n").Skip(1).Select(block => block.Split("\n```")[0])];

    /// <summary>
    /// What is generated for an example, without the marks of the tool, and as far to the left as a block in the documentation begins.
    /// </summary>
    private static string Generate(string example)
    {
        var source = "using System;\nusing Dynptrs;\nnamespace Documented;\n"
            + example.Replace($"{{ {Elision} }}", "{ throw new NotImplementedException(); }", StringComparison.Ordinal);
        var driver = GeneratorTest.Run(
            GeneratorTest.Compile(
                source,
                "namespace Documented; [Dynptrs.Owner] public ref struct Lease; [Dynptrs.View] public ref struct Bytes { [Dynptrs.NullTest(true)] public bool IsNull => true; }"),
            out var output);
        Assert.Empty(output
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false }));
        var lines = Assert.Single(driver.GetRunResult().GeneratedTrees)
            .ToString()
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Where(line => !line.Contains("[GeneratedCode(", StringComparison.Ordinal));
        return string.Join('\n', lines.Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));
    }
}
