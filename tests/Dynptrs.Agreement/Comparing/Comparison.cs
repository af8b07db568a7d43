using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Testing.Judging;

namespace Dynptrs.Agreement.Comparing;

/// <summary>A program, our verdict, and that of a kernel.</summary>
/// <param name="Program">The program.</param>
/// <param name="Verdict">What the kernel says.</param>
internal sealed partial record Comparison(ChangedProgram Program, Verdict Verdict)
{
    /// <summary>What the kernel says of the C where a compiler does no more than translate it, if that was asked.</summary>
    public Verdict? Literally { get; init; }

    /// <summary>Another kernel that says what we say, where this one does not.</summary>
    public string? Contradicting { get; init; }

    public bool IsJudged => Verdict.Answer != Answer.None;

    public bool Agrees => IsAsHere(Verdict);

    /// <summary>Whether what the compiler makes of the C decides, not what it says.</summary>
    public bool IsDecidedByCompiler => !Agrees && Literally is { Answer: not Answer.None } literally && IsAsHere(literally);

    /// <summary>Whether the kernel stops at a line at which something is found.</summary>
    public bool IsAtSameLine
    {
        get
        {
            var line = QuotedLine().Matches(Verdict.Log).LastOrDefault()?.Groups["line"].Value;
            return Program.Findings.Any(finding =>
                (finding.Location.GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture) == line);
        }
    }

    /// <summary>Both verdicts, in words.</summary>
    public string Outcome => (Program.IsAcceptedHere, Verdict.Answer) switch
    {
        (_, Answer.None) => Outcomes.NotJudged,
        _ when IsDecidedByCompiler => Outcomes.CompilerDecides,
        _ when !Agrees && Contradicting is not null => Outcomes.DiffersFrom(Contradicting),
        (true, Answer.Accepts) => Outcomes.BothAccept,
        (false, Answer.Refuses) => Outcomes.BothRefuse,
        (true, _) => Outcomes.Missed,
        _ => Outcomes.FalseAlarm,
    };

    /// <summary>The rules that refuse it here, and what the kernel says but for registers and numbers.</summary>
    public string Cause
    {
        get
        {
            var rules = Program.Findings.Select(finding => finding.Diagnostic!.Id).Distinct().Order(StringComparer.Ordinal);
            var ours = Program.IsAcceptedHere ? "accepted" : string.Join(' ', rules);
            var lines = Verdict.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var last = lines.TakeWhile(line => !line.StartsWith("processed ", StringComparison.Ordinal)).LastOrDefault("");
            return $"{ours}, {Verdict.Answer}: {Numbers().Replace(last, "0")}";
        }
    }

    private bool IsAsHere(Verdict verdict) =>
        verdict.Answer == Answer.None || (verdict.Answer == Answer.Accepts) == Program.IsAcceptedHere;

    [GeneratedRegex("0x[0-9a-f]+|-?[0-9]+")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^; .* @ [^:\n]+:(?<line>\d+)", RegexOptions.Multiline)]
    private static partial Regex QuotedLine();
}
