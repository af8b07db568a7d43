using System;
using System.IO;
using System.Linq;

namespace Dynptrs.Generators.Tests.Structs;

public sealed class DocumentedStructTests
{
    [Fact]
    public void The_documentation_shows_what_is_generated()
    {
        var chapter = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "generator.md")).ReplaceLineEndings("\n").Split("\n## Struct views\n")[1].Split("\n## ")[0];
        var blocks = chapter.Split("```csharp\n").Skip(1).Select(block => block.Split("\n```")[0]).ToArray();
        var generated = StructTest.GenerateFile(blocks[0]).ReplaceLineEndings("\n").Split('\n')
            .Where(line => !line.Contains("GeneratedCode", StringComparison.Ordinal))
            .Select(line => line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : line);
        var text = string.Join('\n', generated);
        foreach (var member in blocks[1].Split("\n\n"))
            Assert.Contains(member, text, StringComparison.Ordinal);
    }
}
