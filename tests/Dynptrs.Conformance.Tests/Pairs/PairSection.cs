using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using Dynptrs.Conformance.Tests.Verdicts;

namespace Dynptrs.Conformance.Tests.Pairs;

/// <summary>The section of <c>docs/conformance.md</c> on the pairs.</summary>
internal static class PairSection
{
    public static void Write(StringBuilder page, ImmutableArray<PairVerdict> verdicts)
    {
        page.Append("\n## Pairs\n\n")
            .Append("The same program in C# and in BPF C (`tests/corpus/pairs/`), the verdict of Linux 7.2 on the one and of the analyzer on the other.\n")
            .Append("Where clang refuses the program first, that counts; host code has no kernel, its verdict is what C# means.\n\n");
        WriteCounts(page, "kind", verdicts, pair => pair.Kind);
        page.Append('\n');
        WriteCounts(page, "file", verdicts, pair => pair.File);
        WriteKnown(page, [.. verdicts.Where(verdict => verdict.Disagreement is not null).Select(verdict => verdict.Pair.Program)]);
        foreach (var file in verdicts.GroupBy(verdict => verdict.Pair.File))
            WriteFile(page, file);
    }

    private static void WriteCounts(StringBuilder page, string title, ImmutableArray<PairVerdict> verdicts, Func<Pair, string> key)
    {
        page.Append(CultureInfo.InvariantCulture, $"| {title} | pairs | rejected | accepted | agree | disagree |\n")
            .Append("| --- | ---: | ---: | ---: | ---: | ---: |\n");
        var groups = verdicts
            .GroupBy(verdict => key(verdict.Pair))
            .OrderBy(group => group.Key, StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering));
        foreach (var group in groups)
            WriteCount(page, group.Key, [.. group]);
        WriteCount(page, "**all**", verdicts);
    }

    private static void WriteCount(StringBuilder page, string title, ImmutableArray<PairVerdict> verdicts)
    {
        var rejected = verdicts.Count(verdict => verdict.Pair.IsRejected);
        var agreeing = verdicts.Count(verdict => verdict.Disagreement is null);
        page.Append(
            CultureInfo.InvariantCulture,
            $"| {title} | {verdicts.Length} | {rejected} | {verdicts.Length - rejected} | {agreeing} | {verdicts.Length - agreeing} |\n");
    }

    private static void WriteKnown(StringBuilder page, ImmutableHashSet<string> disagreeing)
    {
        var notes = PairTable.KnownDisagreements.Where(note => disagreeing.Contains(note.Program)).ToList();
        if (notes.Count == 0)
            return;
        page.Append("\n### Known disagreements of pairs\n\n").Append("| program | kind | reason |\n").Append("| --- | --- | --- |\n");
        foreach (var note in notes)
            page.Append(CultureInfo.InvariantCulture, $"| `{note.Program}` | {note.Kind} | {note.Reason} |\n");
    }

    private static void WriteFile(StringBuilder page, IGrouping<string, PairVerdict> file)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {file.Key}\n\n")
            .Append("| program | kind | verdict | by | says | here | agree |\n")
            .Append("| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var (pair, rules, disagreement) in file)
        {
            var message = pair.IsRejected ? $"`{pair.Message.Replace("|", "\\|", StringComparison.Ordinal)}`" : "";
            var here = rules.IsEmpty ? "accepts" : string.Join(", ", rules.Select(ConformancePage.Link));
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{pair.Program}` | {pair.Kind} | {pair.Verdict} | {pair.Judge} | {message} | {here} | {(disagreement is null ? "yes" : "**no**")} |\n");
        }
    }
}
