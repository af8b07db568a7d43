using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Testing;

namespace Dynptrs.EndToEnd.Tests.Reports;

/// <summary>
/// What <c>dotnet build</c> prints and what it logs: one build of a project with a mistake, and with the same mistake suppressed.
/// </summary>
public sealed class BuildReportTests
{
    private const string Pages = "https://github.com/dynptr-analyzers/DynptrAnalyzers/blob/main/docs/rules/";

    private const string Suppressed = """
        using System.Diagnostics.CodeAnalysis;
        using Dynptrs;

        namespace Telemetry;

        internal static class Suppressed
        {
            [SuppressMessage("Dynptr.Lifetime", "DYN001", Justification = "the reader's side submits it")]
            public static void ByAttribute()
            {
                Probe.Events.Reserve(8, out Dynptr ptr);
            }

            public static void ByPragma()
            {
                Probe.Events.Reserve(8, out Dynptr ptr);
        #pragma warning disable DYN001 // the reader's side submits it
            }
        #pragma warning restore DYN001

            public static void ByNothing()
            {
                Probe.Events.Reserve(8, out Dynptr ptr);
            } // expect DYN001
        }
        """;

    private const string Message =
        "`ptr` is still held when control leaves here, when `sample` is null: it was acquired by `bpf_ringbuf_reserve_dynptr` on line 13 and must be released on every path";

    [Fact]
    public async Task A_build_prints_a_sentence_and_logs_the_rule_the_path_and_what_was_suppressed()
    {
        using var project = Telemetry.CreateProject(Telemetry.LeakingProbe);
        project.Write("Suppressed.cs", Suppressed);

        var build = await project.BuildAsync("-p:ErrorLog=build.sarif%2Cversion=2.1");

        Assert.Equal(1, build.ExitCode);
        build.ShouldReport(
        [
            .. BuildDiagnostic.ParseMarks("Probe.cs", Telemetry.LeakingProbe),
            .. BuildDiagnostic.ParseMarks("Suppressed.cs", Suppressed),
        ]);
        Assert.Contains(
            $"{project.Folder}/Probe.cs(16,13): error DYN001: {Message} ({Pages}DYN001.md) [{project.ProjectFile}]",
            build.Output.ReplaceLineEndings("\n").Replace('\\', '/').Split('\n').Select(line => line.Trim()));

        var log = SarifLog.Parse(project.Read("build.sarif"));
        AssertRules(log);
        Assert.Equal(
            new SarifRule("DYN001", "Reference is not released on every path", "error", $"{Pages}DYN001.md", "Dynptr.Lifetime"),
            log.Rules["DYN001"]);
        AssertPath(Assert.Single(log.Results, result => result.Place.File == "Probe.cs"));
        AssertSuppressions(log);
    }

    /// <summary>Every rule that has a page is there, with what leads to it.</summary>
    private static void AssertRules(SarifLog log)
    {
        SarifRule[] rules =
        [
            .. log.Rules.Values.Where(rule => rule.Id.StartsWith("DYN", StringComparison.Ordinal))
                .OrderBy(rule => rule.Id, StringComparer.Ordinal),
        ];
        Assert.Equal(
            Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "DYN*.md")
                .Select(page => Path.GetFileNameWithoutExtension(page))
                .Order(StringComparer.Ordinal),
            rules.Select(rule => rule.Id));
        Assert.All(rules, rule =>
        {
            Assert.False(string.IsNullOrWhiteSpace(rule.Title), rule.Id);
            Assert.Equal($"{Pages}{rule.Id}.md", rule.Help);
            Assert.StartsWith("Dynptr.", rule.Category, StringComparison.Ordinal);
        });
    }

    /// <summary>The path that led to the mistake: related locations, and in the same order what happens there.</summary>
    private static void AssertPath(SarifResult result)
    {
        Assert.Equal(
            ("DYN001", "error", Message, new SarifPlace("Probe.cs", 16, 13)), (result.Id, result.Level, result.Message, result.Place));
        Assert.Equal(
            [
                (new SarifPlace("Probe.cs", 13, 55), "acquired here"),
                (new SarifPlace("Probe.cs", 15, 14), "taken when `sample` is null"),
                (new SarifPlace("Probe.cs", 16, 13), "leaves here"),
            ],
            result.Path);
        Assert.Equal(result.Related.Count, result.Labels.Length);
        Assert.Empty(result.Suppressions);
    }

    private static void AssertSuppressions(SarifLog log)
    {
        var results = log.Results.Where(result => result.Place.File == "Suppressed.cs").OrderBy(result => result.Place.Line);
        Assert.All(results, result => Assert.Equal("DYN001", result.Id));
        Assert.Equal(
            ["inSource: the reader's side submits it", "inSource: ", "reported"],
            results.Select(result => result.Suppressions is [var (kind, justification)] ? $"{kind}: {justification}" : "reported"));
    }
}
