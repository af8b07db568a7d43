using System.Collections.Immutable;
using Dynptrs.Agreement.Judging;
using Dynptrs.Emit.Programs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Agreement.Comparing;

/// <summary>A program, and both verdicts on it.</summary>
/// <param name="Program">The program.</param>
/// <param name="Changes">What was done to it.</param>
/// <param name="Findings">What the analyzer finds in it.</param>
/// <param name="Verdict">What the kernel says.</param>
/// <param name="Source">The C that the kernel was asked of.</param>
internal sealed record Comparison(
    IMethodSymbol Program,
    string Changes,
    ImmutableArray<EmissionProblem> Findings,
    Verdict Verdict,
    string Source)
{
    public bool IsAcceptedHere => Findings.IsEmpty;

    public bool Agrees => Verdict.Answer == Answer.None || (Verdict.Answer == Answer.Accepts) == IsAcceptedHere;

    /// <summary>Both verdicts, in words.</summary>
    public string Outcome => (IsAcceptedHere, Verdict.Answer) switch
    {
        (_, Answer.None) => "not judged",
        (true, Answer.Accepts) => "both accept",
        (false, Answer.Refuses) => "both refuse",
        (true, _) => "accepted here, refused there",
        _ => "refused here, accepted there",
    };
}
