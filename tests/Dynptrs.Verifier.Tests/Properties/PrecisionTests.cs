using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>
/// Of programs without loops every run is made, with numbers around those that they compare. What no run can get wrong should be
/// accepted, unless it takes a number that the domain cannot follow: how often it is not is printed, and bounded.
/// </summary>
public class PrecisionTests(ITestOutputHelper output)
{
    private const int MaxRuns = 4_000;
    private const double MostFalseRejections = 0.02;

    [Fact]
    public void What_cannot_misbehave_is_accepted()
    {
        var (judged, accepted, falsely) = (0, 0, new List<(int Seed, string Kinds)>());
        for (var seed = 0; seed < Scale.Programs; seed++)
        {
            var program = new ProgramGenerator(seed, hasLoops: false).Generate();
            var findings = SoundnessTests.Verify(program);
            if (findings.IsEmpty)
            {
                (judged, accepted) = (judged + 1, accepted + 1);
                continue;
            }

            var (isComplete, misbehaviour) = Runs.Enumerate(GeneratedProgram.Build(program), Runs.FindNumbers(program), MaxRuns);
            if (!isComplete)
                continue;
            judged++;
            if (misbehaviour is null)
                falsely.Add((seed, string.Join(", ", findings.Select(finding => finding.Kind).Distinct())));
        }

        var rate = (double)falsely.Count / judged;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Scale.Programs} programs, {judged} judged, {accepted} accepted, {falsely.Count} refused that no run gets wrong ({rate:P2})"));
        foreach (var kind in falsely.GroupBy(program => program.Kinds).OrderByDescending(group => group.Count()))
            output.WriteLine($"{kind.Count()} {kind.Key}, for example seed {kind.First().Seed}");
        Assert.True(rate <= MostFalseRejections, $"{rate:P2} of what cannot misbehave is refused: {string.Join("; ", falsely.Take(5))}");
    }
}
