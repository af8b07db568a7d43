using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Agreement.Generation;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Emit.Tests;

/// <summary>The programs that are written by chance, of which kernels are asked.</summary>
public sealed partial class GenerationTests
{
    private const int Count = 300;

    [Theory]
    [InlineData(1)]
    [InlineData(77)]
    public void All_of_them_compile(int seed)
    {
        var compilation = GeneratedCompilation.Of(Enumerable.Range(0, Count).Select(index => ProgramGenerator.Generate(seed, index)));

        var errors = compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.Empty(errors);
    }

    [Fact]
    public void A_seed_and_an_index_are_one_program()
    {
        var programs = Enumerable.Range(0, Count).Select(index => ProgramGenerator.Generate(1, index)).ToList();

        Assert.Equal(programs, Enumerable.Range(0, Count).Reverse().Select(index => ProgramGenerator.Generate(1, index)).Reverse());
        Assert.Equal(Count, programs.Select(program => Number().Replace(program.Text, "")).Distinct().Count());
        Assert.NotEqual(programs[0].Text, ProgramGenerator.Generate(2, 0).Text);
    }

    [Fact]
    public void Half_have_loops_a_third_functions_and_a_third_a_mistake()
    {
        var programs = Enumerable.Range(0, Count).Select(index => ProgramGenerator.Generate(1, index)).ToList();

        Assert.True(programs.Count(program => Loop().IsMatch(program.Text)) >= Count / 2);
        Assert.True(programs.Count(program => program.Text.Contains($"{program.Name}__")) >= Count / 3);
        Assert.InRange(programs.Count(program => program.Slip is not null), Count / 4, Count * 2 / 5);
    }

    [GeneratedRegex(@"generated_\d+_\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(for|foreach|while|do)\b", RegexOptions.Multiline)]
    private static partial Regex Loop();
}
