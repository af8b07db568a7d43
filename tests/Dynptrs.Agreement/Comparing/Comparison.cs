using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Emit.Programs;
using Dynptrs.Testing.Judging;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Agreement.Comparing;

/// <summary>A program, and both verdicts on it.</summary>
/// <param name="Program">The program.</param>
/// <param name="Changes">What was done to it.</param>
/// <param name="Findings">What the analyzer finds in it.</param>
/// <param name="Verdict">What the kernel says.</param>
/// <param name="Source">The C that the kernel was asked of.</param>
internal sealed partial record Comparison(
    IMethodSymbol Program,
    string Changes,
    ImmutableArray<EmissionProblem> Findings,
    Verdict Verdict,
    string Source)
{
    /// <summary>What the kernel says of the C where a compiler does no more than translate it, if that was asked.</summary>
    public Verdict? Literally { get; init; }

    public bool IsAcceptedHere => Findings.IsEmpty;

    public bool Agrees => IsAsHere(Verdict);

    /// <summary>Whether what the compiler makes of the C decides, not what it says.</summary>
    public bool IsDecidedByCompiler => !Agrees && Literally is { Answer: not Answer.None } literally && IsAsHere(literally);

    /// <summary>Whether the kernel stops at a line at which something is found.</summary>
    public bool IsAtSameLine
    {
        get
        {
            var line = QuotedLine().Matches(Verdict.Log).LastOrDefault()?.Groups["line"].Value;
            return Findings.Any(finding =>
                (finding.Location.GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture) == line);
        }
    }

    /// <summary>The section of the program, up to what is attached to.</summary>
    public string Kind => SectionOf().Match(Source).Groups["kind"].Value;

    /// <summary>Both verdicts, in words.</summary>
    public string Outcome => (IsAcceptedHere, Verdict.Answer) switch
    {
        (_, Answer.None) => "not judged",
        _ when IsDecidedByCompiler => "the compiler decides",
        (true, Answer.Accepts) => "both accept",
        (false, Answer.Refuses) => "both refuse",
        (true, _) => "accepted here, refused there",
        _ => "refused here, accepted there",
    };

    private bool IsAsHere(Verdict verdict) => verdict.Answer == Answer.None || (verdict.Answer == Answer.Accepts) == IsAcceptedHere;

    [GeneratedRegex(@"^; .* @ [^:\n]+:(?<line>\d+)", RegexOptions.Multiline)]
    private static partial Regex QuotedLine();

    [GeneratedRegex("""SEC\("\?*(?<kind>[a-z_.]+)[^\n]*"\)\n(#line[^\n]*\n)?int """)]
    private static partial Regex SectionOf();
}
