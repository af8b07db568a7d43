using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Conformance.Tests.Docs;

/// <summary>Prints a diagnostic as a build does, and below it the path: each step with its line, the place in it and its label.</summary>
internal static class DiagnosticText
{
    public static string Render(IEnumerable<Diagnostic> diagnostics) => string.Join('\n', diagnostics.Select(Render));

    private static string Render(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{diagnostic.Location.SourceTree!.FilePath}({start.Line + 1},{start.Character + 1}): ")
            .Append(
                CultureInfo.InvariantCulture,
                $"{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n");
        var labels = diagnostic.Properties["labels"]!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (location, label) in diagnostic.AdditionalLocations.Zip(labels))
            Append(text, location, label, '-');
        if (!diagnostic.AdditionalLocations.Contains(diagnostic.Location))
            Append(text, diagnostic.Location, "here", '^');
        return text.ToString();
    }

    private static void Append(StringBuilder text, Location location, string label, char underline)
    {
        var lines = location.SourceTree!.GetText().Lines;
        var line = lines.GetLineFromPosition(location.SourceSpan.Start);
        var source = line.ToString().TrimEnd();
        var start = location.SourceSpan.Start - line.Start;
        var end = Math.Min(location.SourceSpan.End - line.Start, source.Length);
        text.Append(CultureInfo.InvariantCulture, $"{line.LineNumber + 1,4} | {source}\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"     | {new string(' ', start)}{new string(underline, Math.Max(end - start, 1))} {label}\n");
    }
}
