using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dynptrs.Kernel.Verdicts;

/// <summary>The rules by what the kernel says; they are data, <c>rules.tsv</c>, which a test writes from the pages of the rules.</summary>
internal static partial class RuleTable
{
    private static readonly Lazy<List<(Regex Pattern, int Weight, RuleOfMessage Rule)>> Rows = new(Read);

    /// <summary>The rule for a sentence of the kernel, or <see langword="null"/>: the one whose text says most of it.</summary>
    public static RuleOfMessage? Find(string sentence) => Rows.Value
        .Where(row => row.Pattern.IsMatch(sentence))
        .OrderByDescending(row => row.Weight)
        .Select(row => row.Rule)
        .FirstOrDefault();

    private static List<(Regex Pattern, int Weight, RuleOfMessage Rule)> Read()
    {
        using var stream = typeof(RuleTable).Assembly.GetManifestResourceStream("Dynptrs.Kernel.Verdicts.rules.tsv")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t'))
                .Select(cells => (Compile(cells[2]), Placeholder().Replace(cells[2], "").Length, new RuleOfMessage(cells[0], cells[1]))),
        ];
    }

    /// <summary>A format of the kernel as a pattern: what it fills in may be anything.</summary>
    private static Regex Compile(string format) =>
        new(string.Join(".*?", Placeholder().Split(format).Select(Regex.Escape)), RegexOptions.CultureInvariant);

    [GeneratedRegex("%l*[dsux]")]
    private static partial Regex Placeholder();
}
