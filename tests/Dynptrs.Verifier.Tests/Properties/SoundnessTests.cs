using System;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Findings;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>No program that is accepted may misbehave when it runs.</summary>
public class SoundnessTests(ITestOutputHelper output)
{
    private const int RunsOfEach = 40;

    [Fact]
    public void What_is_accepted_does_not_misbehave()
    {
        var accepted = 0;
        for (var seed = 0; seed < Scale.Programs; seed++)
        {
            var program = new ProgramGenerator(seed, hasLoops: seed % 2 == 0).Generate();
            if (!IsAccepted(program))
                continue;
            accepted++;
            if (!Misbehaves(program, seed))
                continue;
            var smallest = Shrinker.Shrink(program, candidate => IsAccepted(candidate) && Misbehaves(candidate, seed));
            var function = GeneratedProgram.Build(smallest);
            var misbehaviour = Runs.FindMisbehaviour(function, Runs.FindNumbers(smallest), seed, RunsOfEach);
            Assert.Fail($"Seed {seed}: accepted, but {misbehaviour?.Message}{Environment.NewLine}{Print(smallest)}{Environment.NewLine}{function}");
        }

        output.WriteLine($"{Scale.Programs} programs, {accepted} accepted, {RunsOfEach} runs of each");
        Assert.InRange(accepted, Scale.Programs / 20, Scale.Programs - (Scale.Programs / 20));
    }

    internal static bool IsAccepted(ImmutableArray<Statement> program) => Verify(program).IsEmpty;

    internal static ImmutableArray<Finding> Verify(ImmutableArray<Statement> program) =>
        DynptrVerifier.Verify(GeneratedProgram.Build(program), VerifierOptions.Default, TestContext.Current.CancellationToken).Findings;

    internal static string Print(ImmutableArray<Statement> program) => string.Join(Environment.NewLine, program.Select(statement => Print(statement)));

    private static string Print(Statement statement) => statement switch
    {
        Statement.If branch => $"If {branch.Condition} {{ {Print(branch.Then)} }} else {{ {Print(branch.Else)} }}",
        Statement.Repeat loop => $"Repeat {loop.Times} n{loop.Counter} {{ {Print(loop.Body)} }}",
        Statement.Callback callback => $"Callback {callback.Times} o{callback.Owner} {{ {Print(callback.Body)} }}",
        Statement.Call call => $"Call o{call.Owner} {{ {Print(call.Body)} }}",
        _ => statement.ToString(),
    };

    private static bool Misbehaves(ImmutableArray<Statement> program, int seed) =>
        Runs.FindMisbehaviour(GeneratedProgram.Build(program), Runs.FindNumbers(program), seed, RunsOfEach) is not null;
}
