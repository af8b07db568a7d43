using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Testing;

namespace Dynptrs.Analyzers.Tests.Docs;

/// <summary>The documents lead to one another.</summary>
public sealed partial class LinkTests
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    public static TheoryData<string> Pages => new(
        Directory.GetFiles(Repository.Root, "*.md")
            .Concat(Directory.GetFiles(Docs, "*.md", SearchOption.AllDirectories))
            .Append(Repository.Corpus("README.md"))
            .Select(path => Path.GetRelativePath(Repository.Root, path)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_leads_to_a_file_and_to_a_heading_in_it(string page)
    {
        var path = Path.Combine(Repository.Root, page);
        Assert.DoesNotContain(Targets(path), target => !Leads(path, target));
    }

    [Theory]
    [InlineData("")]
    [InlineData("decisions")]
    public void An_index_leads_to_every_page_beside_it(string folder)
    {
        var index = Path.Combine(Docs, folder, "README.md");
        var named = Targets(index);
        Assert.Empty(Directory.GetFiles(Path.Combine(Docs, folder), "*.md")
            .Select(path => Path.GetFileName(path))
            .Except(named)
            .Except(["README.md"]));
    }

    private static List<string> Targets(string path) =>
    [
        .. Link().Matches(Fenced().Replace(File.ReadAllText(path), ""))
            .Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal)),
    ];

    private static bool Leads(string page, string target)
    {
        var (file, heading) = target.Split('#') is [var before, var after] ? (before, after) : (target, null);
        var path = file.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, file);
        return File.Exists(path)
            && (heading is null || Heading().Matches(File.ReadAllText(path)).Any(match => Slug(match.Groups["title"].Value) == heading));
    }

    /// <summary>The anchor that GitHub gives a heading.</summary>
    private static string Slug(string title) => NoLetter().Replace(title.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex("^#+ (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoLetter();
}
