using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dynptrs.Testing;

/// <summary>Reads the marks of samples, which announce what is reported on their line: <c>// expect DYN001</c>.</summary>
internal static partial class ExpectMarks
{
    /// <summary>The ids with their lines, from 1.</summary>
    public static IEnumerable<(string Id, int Line)> Read(string source) =>
        from line in source.Split('\n').Index()
        let mark = Mark().Match(line.Item)
        from id in mark.Groups["id"].Captures
        select (id.Value, line.Index + 1);

    [GeneratedRegex(@"(//|#) expect( (?<id>DYN\d{3}))+\s*$")]
    private static partial Regex Mark();
}
