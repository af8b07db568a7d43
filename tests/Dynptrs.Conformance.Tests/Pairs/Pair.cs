using System;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Conformance.Tests.Sources;

namespace Dynptrs.Conformance.Tests.Pairs;

/// <summary>A program in C# and in BPF C, with its verdict: a row of <c>verdicts.tsv</c>.</summary>
/// <param name="File">The files that it stands in, without their extensions.</param>
/// <param name="Program">Its name in both languages.</param>
/// <param name="Kind">The kind of disagreement that it is an example of, or <c>-</c>.</param>
/// <param name="Judge">Whose verdict it is: <c>linux</c>, <c>clang</c>, or <c>csharp</c> for host code.</param>
/// <param name="Verdict"><c>accept</c> or <c>reject</c>.</param>
/// <param name="Message">What the judge says of a rejected program.</param>
/// <param name="Expected">The rules that must refuse it, <c>rejected</c> where any may, or <c>-</c>.</param>
internal sealed record Pair(string File, string Program, string Kind, string Judge, string Verdict, string Message, string Expected)
{
    private const string AnyRule = "rejected";
    private const char Nothing = '-';
    private const int Columns = 7;

    public const string Linux = "linux";
    public const string Clang = "clang";
    public const string CSharp = "csharp";

    public bool IsRejected => Verdict == "reject";

    /// <summary>Whether there is no program in C: the verdict on host code is what C# means.</summary>
    public bool IsHostCode => Judge == CSharp;

    /// <summary>The rules that must refuse it; empty where none must, or any may.</summary>
    public ImmutableArray<string> Rules { get; } = Expected is AnyRule or [Nothing] ? [] : [.. Expected.Split(',')];

    /// <summary>Whether the row contradicts itself.</summary>
    public bool IsConsistent =>
        Judge is Linux or Clang or CSharp
        && Verdict is "accept" or "reject"
        && IsRejected != Expected is [Nothing]
        && IsRejected == Message is not [Nothing];

    public static Pair Parse(string line)
    {
        var columns = line.Split('\t');
        return columns.Length == Columns
            ? new Pair(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6])
            : throw new FormatException($"A pair has {Columns} columns: {line}");
    }

    /// <summary>Why what was found does not agree with the verdict, or <see langword="null"/> when it does.</summary>
    /// <param name="marks">What its source marks.</param>
    /// <param name="found">What the analyzer found in it.</param>
    public string? Disagreement(ImmutableArray<Mark> marks, ImmutableArray<Mark> found)
    {
        if (!IsRejected)
            return found.IsEmpty ? null : $"it is refused: {string.Join("; ", found)}";
        if (found.IsEmpty)
            return "it is accepted";
        if (!marks.IsEmpty)
        {
            var difference = new Verdicts.MarkDifference(marks, found);
            return difference.IsEmpty ? null : "what is marked is not what is found:" + Environment.NewLine + difference;
        }

        var rules = PairFile.RulesOf(found);
        return Rules.IsEmpty || Rules.ToHashSet().SetEquals(rules)
            ? null
            : $"it is refused by {string.Join(", ", rules)} instead of {Expected}";
    }
}
