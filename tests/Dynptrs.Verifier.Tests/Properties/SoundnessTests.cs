using System;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>No program that is accepted may misbehave when it runs.</summary>
public class SoundnessTests(ITestOutputHelper output)
{
    [Fact]
    public void What_is_accepted_does_not_misbehave()
    {
        var accepted = 0;
        for (var seed = 0; seed < Scale.Programs; seed++)
        {
            var program = Soundness.Generate(seed);
            if (!Soundness.IsAccepted(program))
                continue;
            accepted++;
            if (Soundness.FindMisbehaviour(program, seed) is null)
                continue;
            var smallest = Shrinker.Shrink(
                program, candidate => Soundness.IsAccepted(candidate) && Soundness.FindMisbehaviour(candidate, seed) is not null);
            var misbehaviour = Soundness.FindMisbehaviour(smallest, seed);
            Assert.Fail(string.Join(
                Environment.NewLine,
                $"Seed {seed}: accepted, but {misbehaviour}",
                ProgramText.Print(smallest),
                GeneratedProgram.Build(smallest)));
        }

        output.WriteLine($"{Scale.Programs} programs, {accepted} accepted");
        Assert.InRange(accepted, Scale.Programs / 20, Scale.Programs - (Scale.Programs / 20));
    }
}
