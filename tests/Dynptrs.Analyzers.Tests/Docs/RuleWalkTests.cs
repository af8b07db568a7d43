using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Tests.Docs;

/// <summary>A walk over the descriptors of all analyzers: what every rule must have, whoever adds it.</summary>
public sealed class RuleWalkTests
{
    private const string Pages = "https://github.com/dynptr-analyzers/DynptrAnalyzers/blob/main/";

    /// <summary>
    /// How many lines a rejected example and its accepted neighbour may differ in, together; one that only stands elsewhere does not count.
    /// </summary>
    private const int MaxDifference = 8;

    private static readonly HashSet<string> Categories =
    [
        .. typeof(RuleCategory)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!),
        "Dynptr.Generator",
    ];

    public static TheoryData<string> Rules => new(RuleFacts.All.Keys);

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_page_to_which_its_help_link_leads(string id)
    {
        Assert.Matches("^DYN[0-9]{3}$", id);
        Assert.All(RuleFacts.Descriptors[id], descriptor => Assert.Equal($"{Pages}docs/rules/{id}.md", descriptor.HelpLinkUri));
        Assert.True(File.Exists(RuleFacts.All[id].Page), $"docs/rules/{id}.md is missing");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_the_same_for_all_who_report_it_and_as_it_was_released(string id)
    {
        var rules = RuleFacts.Descriptors[id].Select(descriptor =>
            (descriptor.Category, Severity: descriptor.DefaultSeverity.ToString(), Title: descriptor.Title.ToString()));
        var rule = Assert.Single(rules.Distinct());
        Assert.Contains(rule.Category, Categories);
        if (ReleaseRow.Shipped.TryGetValue(id, out var release))
            Assert.Equal((release.Category, release.Severity, release.Notes), rule);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_title_and_a_message_are_one_sentence_without_a_period(string id)
    {
        Assert.All(RuleFacts.Descriptors[id], descriptor =>
        {
            var title = descriptor.Title.ToString();
            AssertSentence(title);
            Assert.True(char.IsUpper(title[0]), title);
            AssertSentence(descriptor.MessageFormat.ToString());
            Assert.NotEqual(title, descriptor.MessageFormat.ToString());
        });
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_rejects_its_example_and_says_so_in_one_sentence(string id)
    {
        var example = RuleExample.Rejected(id);
        Assert.True(example.Exists, $"tests/rules/{id}/Rejected.cs is missing");
        var (errors, reported) = await example.AnalyzeAsync();

        Assert.NotEmpty(example.Expected);
        Assert.All(example.Expected, expected => Assert.Equal(id, expected.Id));
        reported = Of(RuleFacts.All[id], reported);
        Assert.Equal(example.Expected.Order(), reported.Select(diagnostic => (diagnostic.Id, RuleExample.Line(diagnostic))).Order());
        Assert.All(reported, diagnostic => AssertSentence(diagnostic.GetMessage()));
        // What the generator refuses, it does not write; then the compiler misses it.
        if (RuleFacts.All[id].Descriptor.Category != "Dynptr.Generator")
            Assert.Empty(errors);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_accepts_the_nearest_neighbour_of_its_example(string id)
    {
        var (rejected, accepted) = (RuleExample.Rejected(id), RuleExample.Accepted(id));
        Assert.True(accepted.Exists, $"tests/rules/{id}/Accepted.cs is missing");
        var (errors, reported) = await accepted.AnalyzeAsync();

        Assert.Empty(accepted.Expected);
        Assert.Empty(errors);
        Assert.Empty(Of(RuleFacts.All[id], reported));
        Assert.NotEqual(rejected.Lines, accepted.Lines);
        Assert.InRange(CountWithout(rejected.Lines, accepted.Lines) + CountWithout(accepted.Lines, rejected.Lines), 0, MaxDifference);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_fix_or_a_reason_for_having_none(string id)
    {
        var rule = RuleFacts.All[id];
        Assert.False(rule.IsFixable && rule.WhyNoFix is not null, $"{id} has a fix: remove it from docs/rules/unfixable.json");
        Assert.True(
            rule.IsFixable || !string.IsNullOrWhiteSpace(rule.WhyNoFix), $"{id} has no fix: docs/rules/unfixable.json must say why");
    }

    [Fact]
    public void What_is_said_of_a_rule_is_said_of_one_that_there_is()
    {
        Assert.Empty(RuleFacts.Unfixable.Keys.Except(RuleFacts.All.Keys));
        Assert.All(
            RuleFacts.PartlyFixable.Keys,
            id => Assert.True(RuleFacts.All[id].IsFixable, $"{id} has no fix: it belongs into docs/rules/unfixable.json"));
        Assert.Empty(RuleFacts.Fixes.SelectMany(fix => fix.FixableDiagnosticIds)
            .Where(id => id.StartsWith("DYN", StringComparison.Ordinal))
            .Except(RuleFacts.All.Keys));
        Assert.Empty(ReleaseRow.Shipped.Keys.Except(RuleFacts.All.Keys));
        Assert.Empty(Directory.GetFiles(RuleFacts.PagePath(""), "DYN*.md")
            .Select(page => Path.GetFileNameWithoutExtension(page))
            .Except(RuleFacts.All.Keys));
    }

    [Fact]
    public void A_fix_fixes_all_at_once_too() => Assert.All(RuleFacts.Fixes, fix => Assert.NotNull(fix.GetFixAllProvider()));

    /// <summary>What counts for the example of a rule: all verdicts, and suggestions only where it is one.</summary>
    private static ImmutableArray<Diagnostic> Of(RuleFacts rule, ImmutableArray<Diagnostic> reported) =>
        reported.RemoveAll(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Info && diagnostic.Id != rule.Id);

    /// <summary>What the analyzers of analyzers ask of texts that they see; these texts are composed when a rule reports, too.</summary>
    private static void AssertSentence(string text)
    {
        Assert.NotEmpty(text);
        Assert.Equal(text.Trim(), text);
        Assert.DoesNotContain('\n', text);
        Assert.False(text.EndsWith('.'), text);
        Assert.DoesNotContain(". ", text, StringComparison.Ordinal);
    }

    private static int CountWithout(IEnumerable<string> lines, IEnumerable<string> others)
    {
        var left = others.ToList();
        return lines.Count(line => !left.Remove(line));
    }
}
