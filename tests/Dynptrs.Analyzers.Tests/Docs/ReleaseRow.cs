using System.Collections.Generic;
using System.IO;
using System.Linq;
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
    /// <summary>The rows of all analyzers, by their rules: two analyzers that report one have the same row.</summary>
    public static IReadOnlyDictionary<string, ReleaseRow> All { get; } =
        Directory.GetFiles(Path.Combine(Repository.Root, "src"), "AnalyzerReleases.*.md", SearchOption.AllDirectories)
            .SelectMany(path => Read(File.ReadAllLines(path)))
            .Distinct()
            .ToDictionary(row => row.Id);

    private static IEnumerable<ReleaseRow> Read(string[] lines)
    {
        // What is not shipped yet comes with the next release.
        var version = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("VersionPrefix").Single().Value;
        foreach (var line in lines)
        {
            if (Release().Match(line) is { Success: true } release)
                version = release.Groups["version"].Value;
            else if (line.StartsWith("DYN", System.StringComparison.Ordinal) && line.Split('|', System.StringSplitOptions.TrimEntries) is [var id, var category, var severity, var notes])
                yield return new ReleaseRow(id, category, severity, notes, version);
        }
    }

    [GeneratedRegex(@"^## Release (?<version>\S+)")]
    private static partial Regex Release();
}
