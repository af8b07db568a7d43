using System;
using System.Collections.Generic;
using Dynptrs.Testing.Judging;

namespace Dynptrs.Agreement.Kernels;

/// <summary>What a guest wrote: a line for each program, behind which the end of its log is indented.</summary>
/// <param name="Release">The version of its kernel.</param>
/// <param name="Verdicts">The verdicts.</param>
internal sealed record GuestAnswers(string Release, Dictionary<(string Object, string Program), Verdict> Verdicts)
{
    private const string ReleaseMark = "# Linux ";
    private const string Indentation = "  ";
    private const string WholeObject = "-";

    public static GuestAnswers Parse(IEnumerable<string> lines)
    {
        var release = "";
        var verdicts = new Dictionary<(string, string), Verdict>();
        var last = ("", "");
        foreach (var line in lines)
        {
            if (line.StartsWith(ReleaseMark, StringComparison.Ordinal))
                release = line[ReleaseMark.Length..];
            else if (line.StartsWith(Indentation, StringComparison.Ordinal) && verdicts.TryGetValue(last, out var verdict))
                verdicts[last] = verdict with { Log = $"{verdict.Log}{line[Indentation.Length..]}\n" };
            else if (line.Split('\t') is [var name, var program, var answer, _])
                verdicts[last = (name, program)] = new Verdict(Read(answer), "");
        }

        return new GuestAnswers(release, verdicts);
    }

    /// <summary>The verdict on a program; where there is none, why its object was not read.</summary>
    public Verdict Of(string name, string program) =>
        Verdicts.GetValueOrDefault((name, program))
        ?? Verdicts.GetValueOrDefault((name, WholeObject))
        ?? new Verdict(Answer.None, "the guest came to its end before");

    private static Answer Read(string answer) => answer switch
    {
        "accepts" => Answer.Accepts,
        "refuses" => Answer.Refuses,
        _ => Answer.None,
    };
}
