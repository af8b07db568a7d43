using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Conformance.Tests.Cases;
using Dynptrs.Conformance.Tests.Pairs;
using Dynptrs.Conformance.Tests.Sources;
using Dynptrs.Conformance.Tests.Verdicts;
using Dynptrs.Testing;

namespace Dynptrs.Conformance.Tests;

/// <summary>The analyzer agrees with the kernel's verifier on the kernel's own tests.</summary>
public sealed class ConformanceTests
{
    private static readonly HashSet<CaseKey> Known = [.. CaseTable.KnownDisagreements.Select(note => note.Key)];

    public static TheoryData<string> Suites => new(CaseTable.Suites);

    [Theory]
    [MemberData(nameof(Suites))]
    public async Task The_analyzer_agrees_with_the_kernel(string suite)
    {
        var disagreements = new Judge(await CorpusFindings.Get()).Verdicts
            .Where(verdict => verdict.Case.Suite == suite && verdict.Disagreement is not null && !Known.Contains(verdict.Case.Key))
            .Select(verdict => $"{verdict.Case.Name}: the kernel {verdict.Case.Verdict}s it ({verdict.Case.Message ?? "no message"}); {verdict.Disagreement}")
            .ToList();
        Assert.True(disagreements.Count == 0, string.Join(Environment.NewLine, disagreements));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public async Task A_build_reports_what_an_editor_shows(string suite)
    {
        var findings = await CorpusFindings.Get();
        var judge = new Judge(findings);
        var difference = new MarkDifference(findings.Shown.Where(IsInSuite), findings.Built.Where(IsInSuite));
        Assert.True(
            difference.IsEmpty, "The editor shows what is marked here, the build what is found:" + Environment.NewLine + difference);

        bool IsInSuite(Mark mark) => judge.MemberOf(mark)?.Case.Suite == suite;
    }

    [Fact]
    public async Task A_known_disagreement_is_one()
    {
        var agreeing = new Judge(await CorpusFindings.Get()).Verdicts
            .Where(verdict => verdict.Disagreement is null && Known.Contains(verdict.Case.Key))
            .Select(verdict => verdict.Case.Key)
            .ToHashSet();
        var remaining = CaseTable.KnownDisagreements.Where(note => !agreeing.Contains(note.Key));
        Repository.VerifyOrUpdate(Repository.Corpus(CaseTable.KnownDisagreementsFile), CaseTable.Render(remaining));
    }

    [Fact]
    public async Task The_page_on_conformance_is_up_to_date() => Repository.VerifyOrUpdate(
        Path.Combine(Repository.Root, "docs", "conformance.md"),
        ConformancePage.Write(new Judge(await CorpusFindings.Get()).Verdicts, await PairVerdict.All()));
}
