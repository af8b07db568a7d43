using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Tests.Corpus;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Emit.Tests;

/// <summary>What is emitted compiles, without a warning.</summary>
public sealed class ClangTests
{
    private static readonly Dictionary<string, string> NotCompiled =
        ProgramNote.Read("not-compiled.json").ToDictionary(note => note.Program, note => note.Reason);

    [Fact]
    public void What_is_emitted_compiles()
    {
        Clang.SkipWhereMissing();
        var failures = ProgramSets.Programs
            .Where(program => program.Source is not null && !NotCompiled.ContainsKey(program.Key))
            .AsParallel()
            .Select(program => (program.Key, Compiled: Clang.Compile(program.Source!)))
            .Where(result => result.Compiled.Content is null)
            .Select(result => $"{result.Key}: {result.Compiled.Errors}")
            .ToList();
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    [Fact]
    public void What_is_listed_does_not_compile()
    {
        Clang.SkipWhereMissing();
        Assert.All(NotCompiled, entry =>
        {
            var program = Assert.Single(ProgramSets.Programs, program => program.Key == entry.Key);
            Assert.True(Clang.Compile(program.Source!).Content is null, $"{entry.Key} compiles: remove it from the list.");
            Assert.NotEmpty(entry.Value);
        });
    }
}
