using System;
using System.Collections.Immutable;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

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
            Assert.Fail($"Seed {seed}: accepted, but {misbehaviour?.Message}{Environment.NewLine}{ProgramText.Print(smallest)}{Environment.NewLine}{function}");
        }

        output.WriteLine($"{Scale.Programs} programs, {accepted} accepted, {RunsOfEach} runs of each");
        Assert.InRange(accepted, Scale.Programs / 20, Scale.Programs - (Scale.Programs / 20));
    }

    internal static bool IsAccepted(ImmutableArray<Statement> program) => Verify(program).IsEmpty;

    internal static ImmutableArray<Finding> Verify(ImmutableArray<Statement> program) => Verify(GeneratedProgram.Build(program));

    internal static ImmutableArray<Finding> Verify(Function function) =>
        DynptrVerifier.Verify(function, VerifierOptions.Default, TestContext.Current.CancellationToken).Findings;

    private static bool Misbehaves(ImmutableArray<Statement> program, int seed) =>
        Runs.FindMisbehaviour(GeneratedProgram.Build(program), Runs.FindNumbers(program), seed, RunsOfEach) is not null;
}
