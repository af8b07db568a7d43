using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Dynptrs.Build.Verdicts;
using Dynptrs.Tool.Terminal;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Tool.Verdicts;

/// <summary>Writes a diagnostic for a person: what is wrong, the lines that led there, and what happens on each.</summary>
internal sealed class DiagnosticReport(ToolConsole console, string folder)
{
    /// <summary>Writes it.</summary>
    public void Write(Diagnostic diagnostic)
    {
        var color = Color(diagnostic.Severity);
        var message = ToolConsole.Escape(diagnostic.GetMessage(CultureInfo.InvariantCulture));
        console.Line($"[{color} bold]{Name(diagnostic.Severity)} {diagnostic.Id}[/][bold]: {message}[/]");
        var marks = Marks(diagnostic).ToList();
        var width = marks.Select(mark => mark.Line + 1).DefaultIfEmpty(0).Max().ToString(CultureInfo.InvariantCulture).Length;
        var margin = new string(' ', width);
        foreach (var file in marks.GroupBy(mark => mark.Tree))
        {
            var first = file.FirstOrDefault(mark => mark.IsMistake) ?? file.First();
            console.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{margin}[blue]-->[/] {ToolConsole.Escape(Relative(file.Key.FilePath))}:{first.Line + 1}:{first.Start + 1}"));
            WriteLines(file, width, color);
        }

        if (diagnostic.Descriptor.HelpLinkUri is { Length: > 0 } link)
            console.Line($"{margin} [blue]=[/] {ToolConsole.Escape(link)}");
        console.Line();
    }

    /// <summary>What a severity is called.</summary>
    public static string Name(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "suggestion",
    };

    private static string Color(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "red",
        DiagnosticSeverity.Warning => "yellow",
        _ => "green",
    };

    private void WriteLines(IEnumerable<Mark> marks, int width, string color)
    {
        var margin = new string(' ', width);
        var previous = -1;
        foreach (var line in marks.GroupBy(mark => mark.Line).OrderBy(line => line.Key))
        {
            if (previous >= 0 && line.Key > previous + 1)
                console.Line($"{margin} [blue]:[/]");
            previous = line.Key;
            var text = line.First().Tree.GetText().Lines[line.Key].ToString();
            console.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"[blue]{(line.Key + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width)} |[/] {ToolConsole.Escape(text.TrimEnd())}"));
            foreach (var mark in line.OrderBy(mark => mark.Start))
            {
                var (sign, style) = mark.IsMistake ? ('^', color) : ('-', "blue");
                // As far from the margin as the text, whatever it is indented with.
                var indent = new string([.. text.Take(mark.Start).Select(letter => letter == '\t' ? '\t' : ' ')]);
                var underline = new string(sign, Math.Max(1, Math.Min(mark.End, text.TrimEnd().Length) - mark.Start));
                var label = mark.Label.Length > 0 ? " " + ToolConsole.Escape(mark.Label) : "";
                console.Line($"{margin} [blue]|[/] {indent}[{style}]{underline}{label}[/]");
            }
        }
    }

    private static IEnumerable<Mark> Marks(Diagnostic diagnostic)
    {
        var steps = Step.Of(diagnostic);
        // The last step may be the mistake itself.
        var label = steps.LastOrDefault(step => step.Location == diagnostic.Location)?.Label ?? "";
        if (diagnostic.Location.SourceTree is { } tree)
            yield return new Mark(tree, diagnostic.Location, label, IsMistake: true);
        foreach (var step in steps)
        {
            if (step.Location.SourceTree is { } other && step.Location != diagnostic.Location)
                yield return new Mark(other, step.Location, step.Label, IsMistake: false);
        }
    }

    private string Relative(string path) => Path.IsPathRooted(path) ? Path.GetRelativePath(folder, path) : path;

    private sealed record Mark(SyntaxTree Tree, Location Location, string Label, bool IsMistake)
    {
        private FileLinePositionSpan Span { get; } = Location.GetLineSpan();

        public int Line => Span.StartLinePosition.Line;

        public int Start => Span.StartLinePosition.Character;

        public int End => Span.EndLinePosition.Line == Line ? Span.EndLinePosition.Character : int.MaxValue;
    }
}
