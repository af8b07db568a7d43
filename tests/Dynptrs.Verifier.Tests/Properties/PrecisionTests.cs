using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Dynptrs.Verifier.Findings.Limits;
using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.Findings.Regions;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>
/// Of programs without loops every run is made, with numbers around those that they compare. What no run can get wrong should be
/// accepted, unless it takes a number that the domain cannot follow: how often it is not is printed, and bounded.
/// </summary>
public class PrecisionTests(ITestOutputHelper output)
{
    private const int MaxRuns = 4_000;
    private const double MostFalseRejections = 0.005;
    private const string KernelRule = "a rule of the kernel that no run shows";
    private const string Joined = "states were joined";
    private const string Numbers = "numbers that the domain does not follow";

    [Fact]
    public void What_cannot_misbehave_is_accepted()
    {
        var (judged, accepted, falsely) = (0, 0, new List<(int Seed, string Cause)>());
        for (var seed = 0; seed < Scale.Programs; seed++)
        {
            var program = Generate(seed);
            if (Soundness.Verify(program).IsEmpty)
            {
                (judged, accepted) = (judged + 1, accepted + 1);
                continue;
            }

            var outcome = Run(program);
            judged += outcome == Outcome.Unknown ? 0 : 1;
            if (outcome == Outcome.Right)
                falsely.Add((seed, FindCause(program)));
        }

        var rate = (double)falsely.Count / judged;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Scale.Programs} programs, {judged} judged, {accepted} accepted, {falsely.Count} refused that no run gets wrong ({rate:P2})"));
        foreach (var cause in falsely.GroupBy(program => program.Cause).OrderByDescending(group => group.Count()))
            output.WriteLine(Explain(cause.Key, [.. cause.Select(program => program.Seed)]));
        Assert.True(rate <= MostFalseRejections, $"{rate:P2} of what cannot misbehave is refused");
    }

    private static string Explain(string cause, ImmutableArray<int> seeds)
    {
        var examples = seeds.Take(2).Select(seed =>
        {
            var smallest = Shrinker.Shrink(
                Generate(seed),
                candidate => !Soundness.Verify(candidate).IsEmpty && Run(candidate) == Outcome.Right && FindCause(candidate) == cause);
            var kinds = string.Join(", ", Soundness.Verify(smallest).Select(finding => finding.GetType().Name).Distinct());
            return $"{Environment.NewLine}Seed {seed}, refused for {kinds}:{Environment.NewLine}{ProgramText.Print(smallest)}";
        });
        return $"{seeds.Length}: {cause}{string.Concat(examples)}";
    }

    private static ImmutableArray<Statement> Generate(int seed) => new ProgramGenerator(seed, hasLoops: false, hasRoots: false).Generate();

    private static Outcome Run(ImmutableArray<Statement> program)
    {
        var outcome = Outcome.Right;
        foreach (var isHalved in Soundness.Versions(program))
        {
            var function = GeneratedProgram.Build(program, isHalved);
            var found = Runs.Enumerate(function, Runs.FindNumbers(program), Soundness.ReadsMemory(program), MaxRuns);
            outcome = found == Outcome.Right ? outcome : found;
            if (outcome == Outcome.Wrong)
                break;
        }

        return outcome;
    }

    /// <summary>Why a program is refused that no run gets wrong.</summary>
    private static string FindCause(ImmutableArray<Statement> program)
    {
        if (Soundness.Verify(program).All(finding => finding is SizeNotConstant or LockNotConstant or FrameTooLarge or StackTooDeep))
            return KernelRule;
        var isAcceptedApart = Soundness.Versions(program).All(isHalved => IsAcceptedUnrolled(GeneratedProgram.Build(program, isHalved)));
        return isAcceptedApart ? Joined : Numbers;
    }

    private static bool IsAcceptedUnrolled(Function function) => Soundness.Verify(PathTree.Unroll(function)).IsEmpty;
}
