using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Dynptrs.Emit.Text;

/// <summary>Writes statements as kernel programmers indent them.</summary>
/// <param name="text">Where to.</param>
/// <param name="hasDirectives">Whether each statement says which line of C# it is on.</param>
internal sealed class CWriter(StringBuilder text, bool hasDirectives)
{
    private SourceLine? _line;

    /// <summary>Writes one line at some depth.</summary>
    public void Line(int depth, string line, SourceLine? source = null)
    {
        Mark(source);
        text.Append('\t', depth).Append(line).Append('\n');
        if (_line is { } last)
            _line = last with { Line = last.Line + 1 };
    }

    /// <summary>Says which line of C# comes next.</summary>
    public void Mark(SourceLine? source)
    {
        if (!hasDirectives || source is not { } next || source == _line)
            return;
        text.Append(CultureInfo.InvariantCulture, $"#line {next.Line} \"{next.Path.Replace("\\", "\\\\")}\"\n");
        _line = next;
    }

    /// <summary>Writes statements.</summary>
    public void Write(List<CStatement> statements, int depth)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            Write(statements[i], depth);
            // A label stands before a statement.
            if (statements[i] is CStatement.Label && i == statements.Count - 1)
                Line(depth, ";");
        }
    }

    private void Write(CStatement statement, int depth)
    {
        switch (statement)
        {
            case CStatement.Simple simple:
                Line(depth, simple.Text + ";", simple.Line);
                break;
            case CStatement.Assign assign:
                Line(depth, Text(assign) + ";", assign.Line);
                break;
            case CStatement.Return { Value: { } value } leave:
                Line(depth, $"return {value.Text};", leave.Line);
                break;
            case CStatement.Return leave:
                Line(depth, "return;", leave.Line);
                break;
            case CStatement.Goto jump:
                Line(depth, string.Create(CultureInfo.InvariantCulture, $"goto l{jump.Target};"), jump.Line);
                break;
            case CStatement.Break jump:
                Line(depth, "break;", jump.Line);
                break;
            case CStatement.Continue jump:
                Line(depth, "continue;", jump.Line);
                break;
            case CStatement.Label label:
                Line(depth - 1, string.Create(CultureInfo.InvariantCulture, $"l{label.Target}:"));
                break;
            case CStatement.Loop loop:
                var condition = loop.Condition?.Text;
                if (loop.IsWrittenOut)
                    Line(0, "#pragma unroll", loop.Line);
                Line(depth, loop.IsAskedBehind ? "do {" : condition is null ? "for (;;) {" : $"while ({condition}) {{", loop.Line);
                Write(loop.Body, depth + 1);
                Line(depth, loop.IsAskedBehind ? $"}} while ({condition});" : "}");
                break;
            case CStatement.If branch:
                Write(branch, depth, "");
                break;
        }
    }

    /// <summary>What follows a variable binds more tightly than what stands before it.</summary>
    private static string Operand(string target) => target[0] == '*' ? $"({target})" : target;

    private static string Text(CStatement.Assign assign) => assign.Value.Change switch
    {
        (var left, "+", "1") when left == assign.Target => Operand(assign.Target) + "++",
        (var left, "-", "1") when left == assign.Target => Operand(assign.Target) + "--",
        var (left, @operator, right) when left == assign.Target => $"{assign.Target} {@operator}= {right}",
        _ => $"{assign.Target} = {assign.Value.Text}",
    };

    private void Write(CStatement.If branch, int depth, string prefix)
    {
        Mark(branch.Line);
        var isShort = prefix.Length == 0
            && branch.Else.Count == 0
            && branch.Then is [not (CStatement.If or CStatement.Loop or CStatement.Label)];
        if (isShort)
        {
            Line(depth, $"if ({branch.Condition.Text})", branch.Line);
            Write(branch.Then, depth + 1);
            return;
        }

        Line(depth, $"{prefix}if ({branch.Condition.Text}) {{");
        Write(branch.Then, depth + 1);
        if (branch.Else is [CStatement.If nested])
        {
            Write(nested, depth, "} else ");
            return;
        }

        if (branch.Else.Count > 0)
        {
            Line(depth, "} else {");
            Write(branch.Else, depth + 1);
        }

        Line(depth, "}");
    }
}
