using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Dynptrs.EndToEnd.Tests.Pictures;

/// <summary>An editor with a file in which something is wrong: the line under it, what is said of it, and what is offered.</summary>
/// <param name="FileName">The name of the file.</param>
/// <param name="FirstLine">The number of the first line that is shown.</param>
/// <param name="Lines">The lines that are shown.</param>
/// <param name="Line">The number of the line with the mistake.</param>
/// <param name="Column">The column of the mistake, from 0.</param>
/// <param name="Length">Its length.</param>
/// <param name="Id">The id of the rule.</param>
/// <param name="Message">What is said.</param>
/// <param name="Offers">The titles of the changes that are offered.</param>
internal sealed record EditorPicture(
    string FileName,
    int FirstLine,
    IReadOnlyList<IReadOnlyList<StyledText>> Lines,
    int Line,
    int Column,
    int Length,
    string Id,
    string Message,
    IReadOnlyList<string> Offers)
{
    /// <summary>The columns in front of the text: the numbers of the lines, and the sign that changes are offered.</summary>
    private const int Gutter = 8;

    private const int NumberColumns = 4;

    private const int PopupColumns = 86;

    private const double PopupPadding = 6;

    public string Draw()
    {
        var canvas = new SvgCanvas();
        var top = SvgCanvas.BarHeight + (SvgCanvas.Padding / 2);
        var below = top;
        foreach ((var index, var text) in Lines.Index())
        {
            var number = (FirstLine + index).ToString(CultureInfo.InvariantCulture).PadLeft(NumberColumns);
            var isMistaken = FirstLine + index == Line;
            if (isMistaken)
                canvas.Box(Gutter - 1, top, SvgCanvas.Columns - Gutter + 1, SvgCanvas.LineHeight, "current");
            canvas.Text(0, top, [new StyledText(number, "muted")]);
            canvas.Text(Gutter, top, text);
            if (isMistaken)
            {
                canvas.Bulb(NumberColumns + 1, top);
                canvas.Squiggle(Gutter + Column, top, Length);
                below = top + SvgCanvas.LineHeight + 4;
            }

            top += SvgCanvas.LineHeight;
        }

        // The popups lie above the lines below.
        below = DrawPopup(canvas, Gutter + Column, below, [.. Wrap()]);
        below = DrawOffers(canvas, NumberColumns + 1, below + 6);
        return canvas.Finish(
            FileName, $"An editor: {Id} under a line of code, with its message and the code fixes that are offered", Math.Max(top, below));
    }

    private static double DrawPopup(SvgCanvas canvas, int column, double top, IReadOnlyList<IReadOnlyList<StyledText>> lines)
    {
        var height = (lines.Count * SvgCanvas.LineHeight) + (2 * PopupPadding);
        canvas.Box(column - 1, top, PopupColumns, height, "popup", radius: 4);
        foreach ((var index, var line) in lines.Index())
            canvas.Text(column, top + PopupPadding + (index * SvgCanvas.LineHeight), line);
        return top + height;
    }

    private double DrawOffers(SvgCanvas canvas, int column, double top)
    {
        var height = (Offers.Count * SvgCanvas.LineHeight) + (2 * PopupPadding);
        var columns = Offers.Max(offer => offer.Length) + 5;
        canvas.Box(column, top, columns, height, "popup", radius: 4);
        canvas.Box(column + 0.5, top + PopupPadding, columns - 1, SvgCanvas.LineHeight, "chosen", radius: 3);
        foreach ((var index, var offer) in Offers.Index())
        {
            var line = top + PopupPadding + (index * SvgCanvas.LineHeight);
            canvas.Bulb(column + 1, line);
            canvas.Text(column + 3, line, [new StyledText(offer)]);
        }

        return top + height;
    }

    /// <summary>The message in lines, and behind it the id, which leads to the page of the rule.</summary>
    private IEnumerable<IReadOnlyList<StyledText>> Wrap()
    {
        var words = new Queue<StyledText>([.. Message.Split(' ').Select(word => new StyledText(word)), new StyledText($"({Id})", "link")]);
        while (words.Count > 0)
        {
            var line = new List<StyledText> { words.Dequeue() };
            var length = line[0].Text.Length;
            while (words.Count > 0 && length + 1 + words.Peek().Text.Length <= PopupColumns - 3)
            {
                var word = words.Dequeue();
                length += 1 + word.Text.Length;
                if (word.Style == line[^1].Style)
                    line[^1] = new StyledText($"{line[^1].Text} {word.Text}", word.Style);
                else
                    line.AddRange([new StyledText(" "), word]);
            }

            yield return line;
        }
    }
}
