using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Dynptrs.EndToEnd.Tests.Pictures;

/// <summary>
/// What a terminal shows in the end of what was written to it: MSBuild draws its progress over and over in the same lines, so what was
/// written is not what a person sees.
/// </summary>
internal sealed partial class TerminalScreen
{
    private static readonly Dictionary<int, string> Styles = new()
    {
        [1] = "bold",
        [31] = "red",
        [32] = "green",
        [33] = "yellow",
        [36] = "cyan",
    };

    private readonly List<List<(char Character, string Style)>> _lines = [[]];
    private int _row;
    private int _column;
    private string _style = "";

    private TerminalScreen()
    {
    }

    /// <summary>The lines that are shown, without the empty ones around them, each in pieces of one style.</summary>
    public static IEnumerable<IReadOnlyList<StyledText>> Show(string written)
    {
        var screen = new TerminalScreen();
        foreach (Match token in Token().Matches(written))
        {
            if (token.Groups["code"] is { Success: true } code)
                screen.Control(code.Value[0], token.Groups["argument"].Value);
            else if (token.Groups["text"].Success)
                screen.Write(token.Value[0]);
        }

        var first = screen._lines.FindIndex(line => line.Count > 0);
        var last = screen._lines.FindLastIndex(line => line.Count > 0);
        return screen._lines[first..(last + 1)].Select(ToText);
    }

    private void Write(char character)
    {
        switch (character)
        {
            case '\r':
                _column = 0;
                return;
            case '\n':
                _row++;
                _column = 0;
                if (_row == _lines.Count)
                    _lines.Add([]);
                return;
        }

        List<(char, string)> line = _lines[_row];
        while (line.Count <= _column)
            line.Add((' ', ""));
        line[_column++] = (character, _style);
    }

    private void Control(char code, string argument)
    {
        var number = int.TryParse(argument, CultureInfo.InvariantCulture, out var given) ? given : 0;
        switch (code)
        {
            case 'm':
                _style = string.Join(
                    ' ',
                    argument
                        .Split(';', StringSplitOptions.RemoveEmptyEntries)
                        .Select(style => Styles.GetValueOrDefault(int.Parse(style, CultureInfo.InvariantCulture)))
                        .OfType<string>());
                break;
            case 'F':
                _row = Math.Max(0, _row - Math.Max(1, number));
                _column = 0;
                break;
            case 'G':
                _column = Math.Max(1, number) - 1;
                break;
            case 'D':
                _column = Math.Max(0, _column - Math.Max(1, number));
                break;
            case 'K':
                Cut();
                break;
            case 'J':
                Cut();
                _lines.RemoveRange(_row + 1, _lines.Count - _row - 1);
                break;
            case 'h' or 'l':
                // The cursor is shown or hidden.
                break;
            default:
                throw new NotSupportedException($"A terminal was told `{argument}{code}`, which this one does not know.");
        }
    }

    private void Cut()
    {
        List<(char, string)> line = _lines[_row];
        if (line.Count > _column)
            line.RemoveRange(_column, line.Count - _column);
    }

    private static List<StyledText> ToText(List<(char Character, string Style)> line)
    {
        var pieces = new List<StyledText>();
        var text = new StringBuilder();
        for (var i = 0; i < line.Count; i++)
        {
            text.Append(line[i].Character);
            if (i + 1 < line.Count && line[i + 1].Style == line[i].Style)
                continue;
            pieces.Add(new StyledText(text.ToString(), line[i].Style));
            text.Clear();
        }

        return pieces;
    }

    // ESC [ arguments code, ESC ] … ESC \ (progress in the task bar, links), or a character.
    [GeneratedRegex(@"\x1b\[\??(?<argument>[\d;]*)(?<code>[A-Za-z])|\x1b\].*?(\x1b\\|\a)|(?<text>[^\x1b])", RegexOptions.Singleline)]
    private static partial Regex Token();
}
