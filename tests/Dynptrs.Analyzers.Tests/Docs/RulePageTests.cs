using System.IO;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.Testing;
using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Tests.Docs;

/// <summary>Every rule has a page that a person can use, and every finding has a rule.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Rules => new(RuleCatalogue.Rules.Select(rule => rule.Descriptor.Id));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_page_with_what_is_wrong_what_is_right_and_what_the_kernel_says(string id)
    {
        var rule = RuleCatalogue.Rules.Single(candidate => candidate.Descriptor.Id == id);
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", id + ".md"));
        Assert.StartsWith($"# {id}: {rule.Descriptor.Title}", page, System.StringComparison.Ordinal);
        Assert.All(
            ["## Wrong", "## Right", "## Why", "## What the kernel says", "## How to fix it"],
            heading => Assert.Contains(heading, page, System.StringComparison.Ordinal));
        Assert.EndsWith($"/docs/rules/{id}.md", rule.Descriptor.HelpLinkUri, System.StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RuleWalkTests.Rules), MemberType = typeof(RuleWalkTests))]
    public void The_frame_of_a_page_is_up_to_date(string id)
    {
        var rule = RuleFacts.All[id];
        Repository.VerifyOrUpdate(rule.Page, RulePageFrame.Write(rule, File.ReadAllText(rule.Page)));
    }

    [Fact]
    public void A_page_without_a_frame_gets_one_around_what_it_says()
    {
        var rule = RuleFacts.All["DYN001"];
        var framed = RulePageFrame.Write(rule, "# DYN001: An older title\n\nWhat it is about.\n\n## Why\n");
        Assert.Contains("\n\nWhat it is about.\n\n## Why\n\n", framed, System.StringComparison.Ordinal);
        Assert.DoesNotContain("older", framed, System.StringComparison.Ordinal);
        Assert.Equal(framed, RulePageFrame.Write(rule, framed));
    }

    [Fact]
    public void The_catalogue_of_the_rules_is_up_to_date() =>
        Repository.VerifyOrUpdate(RuleFacts.PagePath("README.md"), RuleCataloguePage.Write(RuleFacts.All.Values));

    [Theory]
    [InlineData("Dynptrs.Analyzers")]
    [InlineData("Dynptrs.Generators")]
    public void The_release_notes_list_the_rules_that_no_release_has_yet(string project)
    {
        var assembly = RuleFacts.Sources.Single(source => source.GetName().Name == project);
        Repository.VerifyOrUpdate(ReleaseRow.UnshippedPath(assembly), ReleaseRow.WriteUnshipped(RuleFacts.Of(assembly)));
    }

    [Fact]
    public void The_strict_preset_warns_of_what_is_only_suggested()
    {
        var path = Path.Combine(Repository.Root, "src", "Dynptrs.Package", "buildTransitive", "presets", "strict.globalconfig");
        var head = File.ReadLines(path).TakeWhile(line => !line.StartsWith("dotnet_diagnostic.", System.StringComparison.Ordinal));
        var warnings = RuleFacts.All.Values
            .Where(rule => rule.Descriptor.Category == RuleCategory.Suggestion)
            .Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = warning");
        Repository.VerifyOrUpdate(path, string.Concat(head.Concat(warnings).Select(line => line + "\n")));
    }

    [Fact]
    public void Every_finding_has_a_rule() =>
        Assert.Equal(
            FindingTable.Kinds.Select(kind => kind.Name).Order(),
            RuleCatalogue.Rules.SelectMany(rule => rule.Findings).Select(kind => kind.Name).Order());
}
