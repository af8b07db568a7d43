using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Text;

namespace Dynptrs.Emit.Structure;

/// <summary>Leaves out jumps to where control goes anyway, and writes the others as C programmers do.</summary>
internal sealed class Tidier
{
    private readonly HashSet<int> _used = [];

    /// <summary>Tidies the statements of a function.</summary>
    public static List<CStatement> Run(List<CStatement> statements)
    {
        var tidier = new Tidier();
        var tidied = tidier.Tidy(statements, [], null, []);
        if (tidied is [.., CStatement.Return { Value: null }])
            tidied.RemoveAt(tidied.Count - 1);
        tidier._used.Clear();
        tidier.FindUsed(tidied);
        return tidier.RemoveLabels(tidied);
    }

    private List<CStatement> Tidy(List<CStatement> statements, HashSet<int> next, int? header, HashSet<int> behind)
    {
        var result = new List<CStatement>();
        for (var i = statements.Count - 1; i >= 0; i--)
        {
            var following = Following(statements, i + 1, next);
            switch (statements[i])
            {
                case CStatement.Goto jump when following.Contains(jump.Target):
                    continue;
                case CStatement.Goto jump when jump.Target == header:
                    result.Insert(0, new CStatement.Continue(jump.Line));
                    continue;
                case CStatement.Goto jump when behind.Contains(jump.Target):
                    result.Insert(0, new CStatement.Break(jump.Line));
                    continue;
                case CStatement.If branch:
                    var then = Tidy(branch.Then, following, header, behind);
                    var otherwise = Tidy(branch.Else, following, header, behind);
                    result.InsertRange(0, Flatten(branch, then, otherwise));
                    continue;
                case CStatement.Loop loop:
                    result.Insert(0, Loop(loop, Tidy(loop.Body, [loop.Header], loop.Header, following)));
                    continue;
                case CStatement.Assign assign
                    when result is [CStatement.Return { Value: { } value } leave, ..] && value.Text == assign.Target:
                    result[0] = leave with { Value = assign.Value, Line = assign.Line };
                    continue;
                default:
                    result.Insert(0, statements[i]);
                    continue;
            }
        }

        return result;
    }

    /// <summary>The labels that stand where control comes to behind a statement.</summary>
    private static HashSet<int> Following(List<CStatement> statements, int first, HashSet<int> next)
    {
        var labels = new HashSet<int>();
        for (; first < statements.Count; first++)
        {
            if (statements[first] is not CStatement.Label label)
                return labels;
            labels.Add(label.Target);
        }

        labels.UnionWith(next);
        return labels;
    }

    private static List<CStatement> Flatten(CStatement.If branch, List<CStatement> then, List<CStatement> otherwise)
    {
        var condition = branch.Condition;
        if (then.Count == 0 && otherwise.Count == 0)
            return [new CStatement.Simple(condition.Text, branch.Line)];
        var isShorter = otherwise is [.., { IsJump: true }] && (then is not [.., { IsJump: true }] || otherwise.Count < then.Count);
        if (then.Count == 0 || isShorter)
            (condition, then, otherwise) = (condition.Negate(), otherwise, then);
        if (otherwise.Count > 0 && then is [.., { IsJump: true }])
            return [new CStatement.If(condition, then, [], branch.Line), .. otherwise];
        return [new CStatement.If(condition, then, otherwise, branch.Line)];
    }

    /// <summary>A loop that begins with the question whether it goes on.</summary>
    private static CStatement.Loop Loop(CStatement.Loop loop, List<CStatement> body)
    {
        if (body is [.., CStatement.Continue])
            body.RemoveAt(body.Count - 1);
        if (body is [CStatement.If { Then: [CStatement.Break], Else: [] } leave, ..])
            return loop with { Condition = leave.Condition.Negate(), Body = body[1..] };
        return body is [.., CStatement.If { Then: [CStatement.Break], Else: [] } last] && !Continues(body)
            ? loop with { Condition = last.Condition.Negate(), Body = body[..^1], IsAskedBehind = true }
            : loop with { Body = body };
    }

    /// <summary>Whether a round is left for the next one, which a condition behind it would not let go on.</summary>
    private static bool Continues(List<CStatement> body) => body.Exists(statement => statement switch
    {
        CStatement.Continue => true,
        CStatement.If branch => Continues(branch.Then) || Continues(branch.Else),
        _ => false,
    });

    private void FindUsed(List<CStatement> statements)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case CStatement.Goto jump:
                    _used.Add(jump.Target);
                    break;
                case CStatement.If branch:
                    FindUsed(branch.Then);
                    FindUsed(branch.Else);
                    break;
                case CStatement.Loop loop:
                    FindUsed(loop.Body);
                    break;
            }
        }
    }

    private List<CStatement> RemoveLabels(List<CStatement> statements) =>
    [
        .. statements
            .Where(statement => statement is not CStatement.Label label || _used.Contains(label.Target))
            .Select(statement => statement switch
            {
                CStatement.If branch => branch with { Then = RemoveLabels(branch.Then), Else = RemoveLabels(branch.Else) },
                CStatement.Loop loop => loop with { Body = RemoveLabels(loop.Body) },
                _ => statement,
            }),
    ];
}
