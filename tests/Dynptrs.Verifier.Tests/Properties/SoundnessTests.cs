using System;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>No program that is accepted may misbehave when it runs.</summary>
public class SoundnessTests(ITestOutputHelper output)
{
    [Fact]
    public void What_is_accepted_does_not_misbehave()
    {
        var accepted = 0;
        var verified = Parallel.For(0, Scale.Programs, (seed, loop) =>
        {
            var program = Soundness.Generate(seed);
            if (!Soundness.IsAccepted(program))
                return;
            Interlocked.Increment(ref accepted);
            if (Soundness.FindMisbehaviour(program, seed) is not null)
                loop.Break();
        });
        if (verified.LowestBreakIteration is { } failed)
            Assert.Fail(Explain((int)failed));
        output.WriteLine($"{Scale.Programs} programs, {accepted} accepted");
        Assert.InRange(accepted, Scale.Programs / 20, Scale.Programs - (Scale.Programs / 20));
    }

    private static string Explain(int seed)
    {
        var smallest = Shrinker.Shrink(
            Soundness.Generate(seed),
            candidate => Soundness.IsAccepted(candidate) && Soundness.FindMisbehaviour(candidate, seed) is not null);
        return string.Join(
            Environment.NewLine,
            $"Seed {seed}: accepted, but {Soundness.FindMisbehaviour(smallest, seed)}",
            ProgramText.Print(smallest),
            GeneratedProgram.Build(smallest));
    }
}
