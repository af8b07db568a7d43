using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Testing;

namespace Dynptrs.Conformance.Tests.Docs;

/// <summary>The section "What you see" of the page of a rule: programs, each followed by what is printed for it.</summary>
internal sealed partial class RulePage
{
    private readonly string _text;

    private RulePage(string path)
    {
        Path = path;
        _text = File.ReadAllText(path);
        Sightings =
        [
            .. Pair().Matches(_text, Section(_text)).Select(pair => new Sighting(pair.Groups["program"].Value, pair.Groups["text"].Value)),
        ];
    }

    public string Path { get; }

    public ImmutableArray<Sighting> Sightings { get; }

    private static string Folder => System.IO.Path.Combine(Repository.Root, "docs", "rules");

    /// <summary>The ids of the rules whose pages have the section.</summary>
    public static ImmutableArray<string> Ids { get; } =
    [
        .. Directory.GetFiles(Folder, "DYN*.md")
            .Select(path => System.IO.Path.GetFileNameWithoutExtension(path))
            .Where(id => !Read(id).Sightings.IsEmpty)
            .Order(System.StringComparer.Ordinal),
    ];

    public static RulePage Read(string id) => new(System.IO.Path.Combine(Folder, id + ".md"));

    /// <summary>The page with other texts.</summary>
    public string With(ImmutableArray<string> texts)
    {
        var next = 0;
        return Pair().Replace(_text, pair => pair.Groups["start"].Value + texts[next++] + "```", texts.Length, Section(_text));
    }

    private static int Section(string text)
    {
        var start = text.IndexOf("## What you see\n", System.StringComparison.Ordinal);
        return start < 0 ? text.Length : start;
    }

    [GeneratedRegex(@"(?<start>```csharp\n(?<program>(?:(?!```).*\n)*)```\n\n```text\n)(?<text>(?:(?!```).*\n)*)```")]
    private static partial Regex Pair();
}
