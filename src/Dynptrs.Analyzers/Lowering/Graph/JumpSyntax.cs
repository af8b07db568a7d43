using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dynptrs.Analyzers.Lowering.Graph;

/// <summary>
/// Finds the jump statement that made an edge: the graph keeps nothing of <c>break</c>, <c>continue</c>, <c>goto</c> and
/// <c>return;</c>.
/// </summary>
internal static class JumpSyntax
{
    /// <summary>The statement, or <see langword="null"/> where control simply runs on.</summary>
    /// <param name="block">The block where the edge begins.</param>
    /// <param name="isConditional">Whether it is the edge that is taken when the condition of the block is met.</param>
    public static StatementSyntax? Find(BasicBlock block, bool isConditional)
    {
        if (block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is { } condition)
        {
            var holds = isConditional == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
            return AfterCondition(condition.Syntax, holds);
        }

        if (block.Operations.Length == 0)
            return null;
        var last = block.Operations[block.Operations.Length - 1].Syntax;
        return last.FirstAncestorOrSelf<StatementSyntax>() is { } statement ? Next(statement) : null;
    }

    private static StatementSyntax? AfterCondition(SyntaxNode condition, bool holds)
    {
        var node = condition;
        while (node.Parent is { } parent)
        {
            switch (parent)
            {
                case PrefixUnaryExpressionSyntax { OperatorToken.Text: "!" }:
                    holds = !holds;
                    break;
                case IfStatementSyntax conditional when conditional.Condition == node:
                    return holds ? First(conditional.Statement)
                        : conditional.Else is { } otherwise ? First(otherwise.Statement)
                        : Next(conditional);
                case StatementSyntax:
                    return null;
            }

            node = parent;
        }

        return null;
    }

    private static StatementSyntax? First(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements: [var first, ..] } => First(first),
        BlockSyntax { Statements: [] } block => Next(block),
        LabeledStatementSyntax label => First(label.Statement),
        _ => IsJump(statement) ? statement : null,
    };

    /// <summary>The jump that comes right after a statement, leaving the ends of blocks behind.</summary>
    private static StatementSyntax? Next(StatementSyntax statement)
    {
        var current = statement;
        while (true)
        {
            if (IsJump(current))
                return current;
            var siblings = current.Parent switch
            {
                BlockSyntax block => block.Statements,
                SwitchSectionSyntax section => section.Statements,
                _ => default,
            };
            var index = siblings.IndexOf(current);
            if (index >= 0 && index + 1 < siblings.Count)
            {
                var next = siblings[index + 1];
                if (next is LocalFunctionStatementSyntax)
                {
                    current = next;
                    continue;
                }

                return First(next);
            }

            switch (current.Parent)
            {
                case BlockSyntax
                {
                    Parent: StatementSyntax and not (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax
                    or CommonForEachStatementSyntax),
                } outer:
                    current = outer;
                    break;
                case IfStatementSyntax or LabeledStatementSyntax or LockStatementSyntax or UsingStatementSyntax or FixedStatementSyntax
                    or TryStatementSyntax:
                    current = (StatementSyntax)current.Parent;
                    break;
                case BlockSyntax { Parent: ElseClauseSyntax { Parent: IfStatementSyntax owner } }:
                    current = owner;
                    break;
                case ElseClauseSyntax { Parent: IfStatementSyntax owner }:
                    current = owner;
                    break;
                default:
                    return null;
            }
        }
    }

    private static bool IsJump(StatementSyntax statement) => statement
        is BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax
            or ReturnStatementSyntax { Expression: null };
}
