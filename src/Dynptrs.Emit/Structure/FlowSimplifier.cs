using Dynptrs.Emit.Text;

namespace Dynptrs.Emit.Structure;

/// <summary>Makes <c>&amp;&amp;</c>, <c>||</c> and <c>?:</c> of the blocks that they were lowered to.</summary>
internal static class FlowSimplifier
{
    /// <summary>Simplifies as long as there is something to simplify.</summary>
    public static void Simplify(FlowBlock entry)
    {
        while (TrySimplify(new FlowGraph(entry)))
        {
        }

        RepeatReturns(new FlowGraph(entry));
        while (TrySimplify(new FlowGraph(entry)))
        {
        }
    }

    /// <summary>Who only returns does so where it is decided, not at the end of a jump.</summary>
    private static void RepeatReturns(FlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            for (var i = 0; i < block.Next.Count; i++)
            {
                if (block.Next[i] is { IsExit: true, Statements: [CStatement.Return { Value: null or { IsSimple: true } } leave] } next
                    && graph.Predecessors(next).Count > 1)
                {
                    block.Next[i] = new FlowBlock(next.Index) { Statements = { leave } };
                }
            }
        }
    }

    private static bool TrySimplify(FlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            if (TryJoin(graph, block) || TryShorten(graph, block) || TryChoose(graph, block))
                return true;
        }

        return false;
    }

    /// <summary>A block that can only follow another one is a part of it.</summary>
    private static bool TryJoin(FlowGraph graph, FlowBlock block)
    {
        if (block.Next is not [var next] || next == block || next == graph.Entry || graph.Predecessors(next).Count != 1)
            return false;
        block.Statements.AddRange(next.Statements);
        block.Condition = next.Condition;
        block.Line = next.Line;
        block.Next.Clear();
        block.Next.AddRange(next.Next);
        return true;
    }

    /// <summary>A second condition that is asked only after a first one, with a way in common.</summary>
    private static bool TryShorten(FlowGraph graph, FlowBlock block)
    {
        if (block.Condition is not { } first)
            return false;
        var (whenTrue, whenFalse) = (block.Next[0], block.Next[1]);
        if (IsTest(graph, whenTrue, block) && whenTrue.Next is [var bothTrue, var secondFalse])
        {
            if (secondFalse == whenFalse)
                block.Branch(CExpression.Both(first, whenTrue.Condition!), bothTrue, whenFalse);
            else if (bothTrue == whenFalse)
                block.Branch(CExpression.Both(first, whenTrue.Condition!.Negate()), secondFalse, whenFalse);
            else
                return false;
            return true;
        }

        if (IsTest(graph, whenFalse, block) && whenFalse.Next is [var secondTrue, var bothFalse])
        {
            if (secondTrue == whenTrue)
                block.Branch(CExpression.Either(first, whenFalse.Condition!), whenTrue, bothFalse);
            else if (bothFalse == whenTrue)
                block.Branch(CExpression.Either(first, whenFalse.Condition!.Negate()), whenTrue, secondTrue);
            else
                return false;
            return true;
        }

        return false;
    }

    private static bool IsTest(FlowGraph graph, FlowBlock block, FlowBlock from) =>
        block.Condition is not null && block.Statements.Count == 0 && block != from && graph.Predecessors(block).Count == 1;

    /// <summary>Two ways that do nothing but give one variable a value.</summary>
    private static bool TryChoose(FlowGraph graph, FlowBlock block)
    {
        if (block.Condition is not { } condition
            || Assignment(graph, block.Next[0]) is not { } whenTrue
            || Assignment(graph, block.Next[1]) is not { } whenFalse
            || block.Next[0] == block.Next[1]
            || block.Next[0].Next[0] != block.Next[1].Next[0]
            || whenTrue.Target != whenFalse.Target
            // One of several is easier to read from if and else.
            || whenTrue.Value.Precedence == Precedence.Conditional
            || whenFalse.Value.Precedence == Precedence.Conditional)
        {
            return false;
        }

        // The compiler makes one type of both, and of a negative number a large one where the other has 32 bits and no sign.
        var (first, second) = (whenTrue.Value.Beside(whenFalse.Value), whenFalse.Value.Beside(whenTrue.Value));
        var value = CExpression.Choose(condition, first, second, first.Type);
        block.Statements.Add(new CStatement.Assign(whenTrue.Target, value, block.Line));
        block.Go(block.Next[0].Next[0]);
        return true;
    }

    private static CStatement.Assign? Assignment(FlowGraph graph, FlowBlock block) =>
        block is { Statements: [CStatement.Assign assign], Next: [_] } && graph.Predecessors(block).Count == 1 ? assign : null;
}
