using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.EndToEnd.Tests.Pictures;

/// <summary>A terminal in which a command was run.</summary>
internal static class TerminalPicture
{
    /// <summary>Draws it.</summary>
    /// <param name="folder">The folder in which the command was run.</param>
    /// <param name="command">The command.</param>
    /// <param name="shown">The lines that it left on the screen.</param>
    public static string Draw(string folder, string command, IEnumerable<IReadOnlyList<StyledText>> shown)
    {
        var canvas = new SvgCanvas();
        var top = SvgCanvas.BarHeight + (SvgCanvas.Padding / 2);
        IReadOnlyList<StyledText> prompt = [new($"{folder}$ ", "muted"), new(command, "bold")];
        foreach (IReadOnlyList<StyledText> line in shown.Prepend(prompt).SelectMany(Wrap))
        {
            canvas.Text(0, top, line);
            top += SvgCanvas.LineHeight;
        }

        return canvas.Finish(folder, $"A terminal with the output of `{command}`", top);
    }

    /// <summary>A line that is too long goes on in the next one, from a word on where there is one.</summary>
    private static List<List<StyledText>> Wrap(IReadOnlyList<StyledText> line)
    {
        List<List<StyledText>> rows = [[]];
        var room = SvgCanvas.Columns;
        foreach (var piece in line)
        {
            var text = piece.Text;
            while (text.Length > room)
            {
                var end = text.LastIndexOf(' ', room) + 1;
                rows[^1].Add(piece with { Text = text[..(end == 0 ? room : end)] });
                rows.Add([]);
                text = text[rows[^2][^1].Text.Length..];
                room = SvgCanvas.Columns;
            }

            rows[^1].Add(piece with { Text = text });
            room -= text.Length;
        }

        return rows;
    }
}
