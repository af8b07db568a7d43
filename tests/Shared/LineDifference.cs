using System;
using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.Testing;

/// <summary>The first lines that only one of two texts has.</summary>
internal static class LineDifference
{
    private const int MaxLines = 12;

    public static string Of(string expected, string actual)
    {
        var wanted = expected.Split('\n');
        var found = actual.Split('\n');
        return string.Join(
            Environment.NewLine,
            Without(found, wanted).Select(line => "- " + line).Concat(Without(wanted, found).Select(line => "+ " + line)));
    }

    private static IEnumerable<string> Without(string[] lines, string[] others)
    {
        var left = others.ToList();
        return lines.Where(line => !left.Remove(line)).Take(MaxLines);
    }
}
