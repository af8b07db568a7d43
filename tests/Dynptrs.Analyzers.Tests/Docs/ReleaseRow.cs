using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dynptrs.Testing;

namespace Dynptrs.Analyzers.Tests.Docs;

/// <summary>A row in the release notes of an analyzer.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Category">Its category.</param>
/// <param name="Severity">Its default severity.</param>
/// <param name="Notes">Its title.</param>
/// <param name="Version">The release that first had it.</param>
internal sealed partial record ReleaseRow(string Id, string Category, string Severity, string Notes, string Version)
{
    /// <summary>The version that the next release will have.</summary>
    public static string NextVersion { get; } = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"))
        .Descendants("VersionPrefix")
        .Single().Value;

    /// <summary>The rows of the releases, by their rules: two analyzers that report one have the same row.</summary>
    public static IReadOnlyDictionary<string, ReleaseRow> Shipped { get; } =
        Directory.GetFiles(Path.Combine(Repository.Root, "src"), "AnalyzerReleases.Shipped.md", SearchOption.AllDirectories)
            .SelectMany(path => Read(File.ReadAllLines(path)))
            .Distinct()
            .ToDictionary(row => row.Id);

    /// <summary>Where the release notes of a project list the rules that no release has yet.</summary>
    public static string UnshippedPath(Assembly project) =>
        Path.Combine(Repository.Root, "src", project.GetName().Name!, "AnalyzerReleases.Unshipped.md");

    /// <summary>Lists the rules that no release has yet.</summary>
    public static string WriteUnshipped(IEnumerable<RuleFacts> rules)
    {
        var text = new StringBuilder("""
            ; Unshipped analyzer release
            ; https://github.com/dotnet/roslyn/blob/main/src/RoslynAnalyzers/Microsoft.CodeAnalysis.Analyzers/ReleaseTrackingAnalyzers.Help.md

            ### New Rules

            Rule ID | Category | Severity | Notes
            --------|----------|----------|-------

            """);
        foreach (var rule in rules.Where(rule => !Shipped.ContainsKey(rule.Id)))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{rule.Id} | {rule.Descriptor.Category} | {rule.Descriptor.DefaultSeverity} | {rule.Descriptor.Title}\n");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<ReleaseRow> Read(string[] lines)
    {
        var version = NextVersion;
        foreach (var line in lines)
        {
            if (Release().Match(line) is { Success: true } release)
            {
                version = release.Groups["version"].Value;
            }
            else if (line.StartsWith("DYN", StringComparison.Ordinal)
                && line.Split('|', StringSplitOptions.TrimEntries) is [var id, var category, var severity, var notes])
            {
                yield return new ReleaseRow(id, category, severity, notes, version);
            }
        }
    }

    [GeneratedRegex(@"^## Release (?<version>\S+)")]
    private static partial Regex Release();
}
