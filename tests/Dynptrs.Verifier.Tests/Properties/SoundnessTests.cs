using System;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Findings;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>No program that is accepted may misbehave when it runs.</summary>
public class SoundnessTests(ITestOutputHelper output)
{
    private const int Ordinary = 3_000;
    private const int RunsOfEach = 40;

    /// <summary>Set to run many more: <c>DYNPTRS_NIGHTLY=1</c> for 100,000, or any other number.</summary>
    private static int Programs => Environment.GetEnvironmentVariable("DYNPTRS_NIGHTLY") switch
    {
        null or "" or "0" => Ordinary,
        "1" => 100_000,
        var count => int.Parse(count, System.Globalization.CultureInfo.InvariantCulture),
    };

    [Fact]
    public void What_is_accepted_does_not_misbehave()
    {
        var accepted = 0;
        for (var seed = 0; seed < Programs; seed++)
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

        output.WriteLine($"{Programs} programs, {accepted} accepted, {RunsOfEach} runs of each");
        Assert.InRange(accepted, Programs / 20, Programs - (Programs / 20));
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
