using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Dynptrs.Agreement.Comparing;

/// <summary>How many programs came to which outcome, by the section that they are for, as a table.</summary>
internal sealed class Tally
{
    private static readonly string[] Outcomes =
    [
        "both accept", "both refuse", "the compiler decides", "accepted here, refused there", "refused here, accepted there", "not judged",
    ];

    private readonly SortedDictionary<string, int[]> _rows = new(StringComparer.Ordinal);
    private int _refused;
    private int _atSameLine;

    /// <summary>Whether no verdict differs but where the compiler decides.</summary>
    public bool Agrees => Sum("accepted here, refused there") + Sum("refused here, accepted there") == 0;

    public void Add(Comparison comparison)
    {
        if (!_rows.TryGetValue(comparison.Kind, out var row))
            _rows[comparison.Kind] = row = new int[Outcomes.Length];
        row[Array.IndexOf(Outcomes, comparison.Outcome)]++;
        if (comparison.Outcome != "both refuse")
            return;
        _refused++;
        _atSameLine += comparison.IsAtSameLine ? 1 : 0;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"| section | programs | {string.Join(" | ", Outcomes)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| --- | ---: |{string.Concat(Outcomes.Select(_ => " ---: |"))}\n");
        foreach (var (kind, row) in _rows)
            text.Append(CultureInfo.InvariantCulture, $"| `{kind}` | {row.Sum()} | {string.Join(" | ", row)} |\n");
        var all = Outcomes.Select(Sum).ToArray();
        text.Append(CultureInfo.InvariantCulture, $"| all | {all.Sum()} | {string.Join(" | ", all)} |\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Of {_refused} that both refuse, the kernel stops at a line of ours in {_atSameLine}.");
        return text.ToString();
    }

    private int Sum(string outcome) => _rows.Values.Sum(row => row[Array.IndexOf(Outcomes, outcome)]);
}
