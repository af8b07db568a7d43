using System;
using System.Text;

namespace Dynptrs.Agreement.Generation;

/// <summary>The lines of a method.</summary>
internal sealed class ProgramText
{
    private readonly StringBuilder _text = new();
    private int _depth = 2;

    public void Line(string line) => _text.Append(' ', 4 * _depth).Append(line).Append('\n');

    public void Block(string head, Action body)
    {
        Line(head);
        Line("{");
        _depth++;
        body();
        _depth--;
        Line("}");
    }

    public override string ToString() => _text.ToString();
}
