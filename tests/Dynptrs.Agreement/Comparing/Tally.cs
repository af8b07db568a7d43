using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Dynptrs.Agreement.Comparing;

/// <summary>How many programs came to which outcome with a kernel, by section and by where they are from, as a table.</summary>
internal sealed class Tally(string kernel, IEnumerable<Comparison> comparisons)
{
    private readonly ImmutableArray<Comparison> _comparisons = [.. comparisons];

    public override string ToString()
    {
        ImmutableArray<string> outcomes =
        [
            .. Outcomes.All,
            .. _comparisons.Select(comparison => comparison.Outcome).Except(Outcomes.All).Order(StringComparer.Ordinal),
        ];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"| asked of Linux {kernel} | programs | {string.Join(" | ", outcomes)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| --- | ---: |{string.Concat(outcomes.Select(_ => " ---: |"))}\n");
        var sections = _comparisons.GroupBy(comparison => comparison.Program.Section);
        foreach (var section in sections.OrderBy(section => section.Key, StringComparer.Ordinal))
            AppendRow(text, $"`{section.Key}`", section, outcomes);
        var origins = _comparisons.GroupBy(comparison => comparison.Program.Origin).OrderBy(origin => origin.Key).ToList();
        foreach (var origin in origins)
            AppendRow(text, $"{origin.Key}".ToLowerInvariant(), origin, outcomes);
        AppendRow(text, "all", _comparisons, outcomes);
        var refused = _comparisons.Where(comparison => comparison.Outcome == Outcomes.BothRefuse).ToList();
        var atSameLine = refused.Count(comparison => comparison.IsAtSameLine);
        text.Append(
            CultureInfo.InvariantCulture, $"\nOf {refused.Count} that both refuse, the kernel stops at a line of ours in {atSameLine}.\n");
        foreach (var origin in origins)
        {
            var loops = origin.Count(comparison => comparison.Program.HasLoops);
            var calls = origin.Count(comparison => comparison.Program.HasCalls);
            text.Append(
                CultureInfo.InvariantCulture,
                $"Of {origin.Count()} {$"{origin.Key}".ToLowerInvariant()}, {loops} have loops and {calls} functions of their own.\n");
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, string title, IEnumerable<Comparison> comparisons, ImmutableArray<string> outcomes)
    {
        var all = comparisons.ToList();
        var counts = outcomes.Select(outcome => all.Count(comparison => comparison.Outcome == outcome));
        text.Append(CultureInfo.InvariantCulture, $"| {title} | {all.Count} | {string.Join(" | ", counts)} |\n");
    }
}
