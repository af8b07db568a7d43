using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using Dynptrs.Conformance.Tests.Cases;
using Dynptrs.Conformance.Tests.Pairs;
using Dynptrs.Testing;

namespace Dynptrs.Conformance.Tests.Verdicts;

/// <summary>Writes <c>docs/conformance.md</c>.</summary>
internal static class ConformancePage
{
    public static string Write(ImmutableArray<CaseVerdict> verdicts, ImmutableArray<PairVerdict> pairs)
    {
        var page = new StringBuilder()
            .Append("# Conformance\n\n")
            .Append("The dynptr tests of the Linux 7.2 verifier, each written in C# in [`tests/corpus/`](../tests/corpus/README.md), and the analyzer's verdicts\n")
            .Append("beside the kernel's. A case agrees when the analyzer reports exactly what the corpus marks, at the exact place, and nothing in the fixed\n")
            .Append("version of the program. [`verifier-cases.md`](../tests/corpus/cases/verifier-cases.md) explains the cases.\n")
            .Append("Behind them, [pairs](#pairs) of programs in C# and in BPF C.\n\n")
            .Append(CultureInfo.InvariantCulture, $"Tests write this page: `{Repository.UpdateCommand}`.\n\n")
            .Append("## Summary\n\n");
        WriteSummary(page, verdicts);
        WriteReasons(page, "Not expressible in C#", CaseTable.NotExpressible);
        var disagreeing = verdicts.Where(verdict => verdict.Disagreement is not null).Select(verdict => verdict.Case.Key).ToHashSet();
        WriteReasons(page, "Known disagreements", [.. CaseTable.KnownDisagreements.Where(note => disagreeing.Contains(note.Key))]);
        foreach (var suite in verdicts.GroupBy(verdict => verdict.Case.Suite))
            WriteSuite(page, suite);
        PairSection.Write(page, pairs);
        return page.ToString();
    }

    private static void WriteSummary(StringBuilder page, ImmutableArray<CaseVerdict> verdicts)
    {
        page.Append("| suite | cases | agree | of these, refused by C# itself | not expressible | disagree |\n")
            .Append("| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var suite in verdicts.GroupBy(verdict => verdict.Case.Suite))
            WriteCounts(page, suite.Key, [.. suite]);
        WriteCounts(page, "**all**", verdicts);
    }

    private static void WriteCounts(StringBuilder page, string title, ImmutableArray<CaseVerdict> verdicts)
    {
        var notExpressible = verdicts.Count(verdict => verdict.Treatment == Treatment.NotExpressible);
        var disagreeing = verdicts.Count(verdict => verdict.Disagreement is not null);
        var agreeing = verdicts.Length - notExpressible - disagreeing;
        var byLanguage = verdicts.Count(verdict => verdict is { Treatment: Treatment.ByLanguage, Disagreement: null });
        page.Append(
            CultureInfo.InvariantCulture,
            $"| {title} | {verdicts.Length} | {agreeing} | {byLanguage} | {notExpressible} | {disagreeing} |\n");
    }

    private static void WriteReasons(StringBuilder page, string title, ImmutableArray<CaseNote> notes)
    {
        if (notes.IsEmpty)
            return;
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n")
            .Append("| suite | case | reason |\n")
            .Append("| --- | --- | --- |\n");
        foreach (var note in notes)
            page.Append(CultureInfo.InvariantCulture, $"| {note.Suite} | `{note.Name}` | {note.Reason} |\n");
    }

    private static void WriteSuite(StringBuilder page, IGrouping<string, CaseVerdict> suite)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {suite.Key}\n\n")
            .Append("| case | the kernel | says | here | agree |\n")
            .Append("| --- | --- | --- | --- | --- |\n");
        foreach (var (scenario, treatment, rules, disagreement) in suite)
        {
            var message = scenario.Message is null ? "" : $"`{scenario.Message.Trim()}`";
            var here = treatment switch
            {
                Treatment.Missing => "not written",
                Treatment.NotExpressible => "not expressible",
                _ => rules.IsEmpty ? "accepts" : string.Join(", ", rules.Select(Link)),
            };
            var agrees = treatment == Treatment.NotExpressible ? "" : disagreement is null ? "yes" : "**no**";
            page.Append(CultureInfo.InvariantCulture, $"| `{scenario.Name}` | {scenario.Verdict}s | {message} | {here} | {agrees} |\n");
        }
    }

    public static string Link(string rule) => rule.StartsWith("DYN", System.StringComparison.Ordinal) ? $"[{rule}](rules/{rule}.md)" : rule;
}
