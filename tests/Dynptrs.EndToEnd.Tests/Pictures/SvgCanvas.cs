using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;

namespace Dynptrs.EndToEnd.Tests.Pictures;

/// <summary>
/// A drawing of text in columns and rows. It needs no font: each piece of text is as wide as its columns, whatever the font of the machine
/// is; and it is light or dark, as the machine is.
/// </summary>
internal sealed class SvgCanvas
{
    /// <summary>The width of a picture, in columns.</summary>
    public const int Columns = 108;

    /// <summary>The height of a line of text.</summary>
    public const double LineHeight = 20;

    /// <summary>What lies between the border and the text.</summary>
    public const double Padding = 16;

    /// <summary>The height of the bar above the text.</summary>
    public const double BarHeight = 34;

    private const double ColumnWidth = 7.8;

    /// <summary>From the top of a line to the foot of its letters.</summary>
    private const double Baseline = 14.5;

    private const string Style = """
        text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace; fill: #1f2328; white-space: pre; }
        .window { fill: #ffffff; stroke: #d1d9e0; }
        .bar { fill: #f6f8fa; stroke: #d1d9e0; }
        .dot { fill: #d1d9e0; }
        .popup { fill: #f6f8fa; stroke: #afb8c1; }
        .chosen { fill: #ddf4ff; }
        .current { fill: #f6f8fa; }
        .squiggle { fill: none; stroke: #cf222e; stroke-width: 1.2; }
        .bulb { fill: #d4a72c; }
        .muted { fill: #6e7781; }
        .bold { font-weight: 600; }
        .red, .keyword { fill: #cf222e; }
        .green { fill: #1a7f37; }
        .yellow { fill: #9a6700; }
        .cyan { fill: #1b7c83; }
        .type { fill: #953800; }
        .method { fill: #8250df; }
        .number, .link { fill: #0550ae; }
        .string { fill: #0a3069; }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3; }
          .window { fill: #0d1117; stroke: #3d444d; }
          .bar { fill: #151b23; stroke: #3d444d; }
          .dot { fill: #3d444d; }
          .popup { fill: #1c2128; stroke: #656c76; }
          .chosen { fill: #1f3a5f; }
          .current { fill: #161b22; }
          .squiggle { stroke: #ff7b72; }
          .bulb { fill: #e3b341; }
          .muted { fill: #8b949e; }
          .red, .keyword { fill: #ff7b72; }
          .green { fill: #3fb950; }
          .yellow { fill: #d29922; }
          .cyan { fill: #39c5cf; }
          .type { fill: #ffa657; }
          .method { fill: #d2a8ff; }
          .number, .link { fill: #79c0ff; }
          .string { fill: #a5d6ff; }
        }
        """;

    private readonly StringBuilder _content = new();

    /// <summary>Draws a text from a column on, in a line that starts at a height.</summary>
    public void Text(double column, double top, IEnumerable<StyledText> pieces)
    {
        foreach (var piece in pieces)
        {
            var visible = piece.Text.Trim(' ');
            if (visible.Length > 0)
            {
                var x = X(column + piece.Text.Length - piece.Text.TrimStart(' ').Length);
                var style = piece.Style.Length == 0 ? "" : $" class=\"{piece.Style}\"";
                Line($"<text x=\"{Number(x)}\" y=\"{Number(top + Baseline)}\" textLength=\"{Number(visible.Length * ColumnWidth)}\" lengthAdjust=\"spacingAndGlyphs\"{style}>{SecurityElement.Escape(visible)}</text>");
            }

            column += piece.Text.Length;
        }
    }

    /// <summary>Draws a box around columns and heights.</summary>
    public void Box(double column, double top, double columns, double height, string style, double radius = 0) =>
        Line($"<rect x=\"{Number(X(column))}\" y=\"{Number(top)}\" width=\"{Number(columns * ColumnWidth)}\" height=\"{Number(height)}\" rx=\"{Number(radius)}\" class=\"{style}\"/>");

    /// <summary>Draws the line under what is wrong.</summary>
    public void Squiggle(double column, double top, int columns)
    {
        var y = top + LineHeight - 2;
        var waves = string.Concat(Enumerable.Range(0, (int)(columns * ColumnWidth / 4)).Select(_ => "q1,-2.4 2,0 t2,0"));
        Line($"<path d=\"M{Number(X(column))},{Number(y)} {waves}\" class=\"squiggle\"/>");
    }

    /// <summary>Draws the sign that changes are offered.</summary>
    public void Bulb(double column, double top)
    {
        var x = X(column) + (ColumnWidth / 2);
        Line($"<circle cx=\"{Number(x)}\" cy=\"{Number(top + 8.5)}\" r=\"4.6\" class=\"bulb\"/>");
        Line($"<rect x=\"{Number(x - 2.2)}\" y=\"{Number(top + 13.6)}\" width=\"4.4\" height=\"2.8\" rx=\"1\" class=\"bulb\"/>");
    }

    /// <summary>Finishes the picture: a window with a title.</summary>
    /// <param name="title">What stands in its bar.</param>
    /// <param name="description">What it shows, for who does not see it.</param>
    /// <param name="height">The height of what was drawn, from the top of the window.</param>
    public string Finish(string title, string description, double height)
    {
        var width = Number((Columns * ColumnWidth) + (2 * Padding));
        var bottom = Number(height + Padding);
        var picture = new SvgCanvas();
        picture.Text((Columns - title.Length) / 2, (BarHeight - LineHeight) / 2, [new StyledText(title, "muted")]);
        var escaped = SecurityElement.Escape(description)!;
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{bottom}" viewBox="0 0 {width} {bottom}" role="img" aria-label="{escaped}">
            <title>{escaped}</title>
            <style>
            {Style}
            </style>
            <rect x="0.5" y="0.5" width="{Number((Columns * ColumnWidth) + (2 * Padding) - 1)}" height="{Number(height + Padding - 1)}" rx="8" class="window"/>
            <path d="M0.5,{Number(BarHeight)} V8.5 a8,8 0 0 1 8,-8 H{Number((Columns * ColumnWidth) + (2 * Padding) - 8.5)} a8,8 0 0 1 8,8 V{Number(BarHeight)} z" class="bar"/>
            <circle cx="20" cy="17" r="5.5" class="dot"/>
            <circle cx="38" cy="17" r="5.5" class="dot"/>
            <circle cx="56" cy="17" r="5.5" class="dot"/>
            {picture._content.ToString().TrimEnd()}
            {_content.ToString().TrimEnd()}
            </svg>

            """.ReplaceLineEndings("\n");
    }

    private static double X(double column) => Padding + (column * ColumnWidth);

    private static string Number(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);

    private void Line(string element) => _content.Append(element).Append('\n');
}
