namespace Dynptrs.Verifier.Tests.Properties.Sabotage;

/// <summary>Looks for a program that a verifier accepts and that misbehaves.</summary>
internal static class Hunt
{
    /// <summary>The place of the first such program among some, or -1.</summary>
    public static int FindFirst(int[] seeds)
    {
        for (var i = 0; i < seeds.Length; i++)
        {
            var program = Soundness.Generate(seeds[i]);
            if (Soundness.IsAccepted(program) && Soundness.FindMisbehaviour(program, seeds[i]) is not null)
                return seeds[i];
        }

        return -1;
    }
}
