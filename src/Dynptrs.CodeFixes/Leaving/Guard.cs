using System;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Dynptrs.CodeFixes.Leaving;

/// <summary>
/// A test of an expression with an early exit that releases what is held, to be put before the statement that uses the expression.
/// </summary>
internal sealed class Guard
{
    private readonly FixContext _context;
    private readonly ExpressionSyntax _expression;
    private readonly StatementSyntax _statement;
    private readonly string? _local;

    private Guard(FixContext context, ExpressionSyntax expression, StatementSyntax statement, string? local)
    {
        _context = context;
        _expression = expression;
        _statement = statement;
        _local = local;
    }

    /// <summary>What is tested, as it is written.</summary>
    public string Name => _expression.WithoutTrivia().ToString();

    /// <summary>Prepares the test, or answers <see langword="null"/> where none can stand.</summary>
    /// <param name="context">The code.</param>
    /// <param name="expression">What is tested.</param>
    /// <param name="statement">The statement that uses it.</param>
    /// <param name="local">The name of the variable that the expression becomes.</param>
    /// <param name="keepsVariable">Whether an expression that is a variable stays what it is.</param>
    public static Guard? TryCreate(
        FixContext context,
        ExpressionSyntax expression,
        StatementSyntax statement,
        string local,
        bool keepsVariable = true)
    {
        // What is evaluated again in each round, or under a condition, cannot be taken out before its statement.
        if (statement is BlockSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax)
            return null;
        var isVariable = keepsVariable
            && context.Model.GetSymbolInfo(expression).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol;
        return isVariable || EvaluationOrder.IsFirst(context.Model, expression, statement)
            ? new Guard(context, expression, statement, isVariable ? null : local)
            : null;
    }

    /// <summary>Puts the test before the statement.</summary>
    /// <param name="condition">When to leave, for the name of what is tested.</param>
    /// <param name="way">How to leave.</param>
    public FixContext Insert(Func<string, string> condition, LeaveWay way)
    {
        var editor = new StatementEditor(_context);
        if (_local is null)
        {
            editor.InsertBefore(_statement, _statement, MakeTest(condition(Name), way));
            return editor.GetChanged();
        }

        var name = editor.GetFreeName(_statement, _local);
        var local = StatementEditor.Parse($"var {name} = {Name};");
        SyntaxNode used = _expression;
        while (used.Parent is ParenthesizedExpressionSyntax parentheses)
            used = parentheses;
        var changed = _statement.ReplaceNode(used, SyntaxFactory.IdentifierName(name).WithTriviaFrom(used));
        editor.InsertBefore(
            _statement,
            changed.WithAdditionalAnnotations(new SyntaxAnnotation(StatementEditor.InsertedKind)),
            local,
            MakeTest(condition(name), way));
        return editor.GetChanged();
    }

    private static StatementSyntax MakeTest(string condition, LeaveWay way) =>
        MakeTest(SyntaxFactory.ParseExpression(condition), way.Statements);

    /// <summary>A test with an early exit, to be inserted.</summary>
    /// <param name="condition">When to leave.</param>
    /// <param name="statements">What is done then; the last leaves.</param>
    public static StatementSyntax MakeTest(ExpressionSyntax condition, params ImmutableArray<string> statements) =>
        StatementEditor.MakeElastic(SyntaxFactory.IfStatement(
                condition,
                statements is [var single]
                    ? StatementEditor.Parse(single)
                    : SyntaxFactory.Block(statements.Select(statement => StatementEditor.Parse(statement)))))
            .WithAdditionalAnnotations(Formatter.Annotation, new SyntaxAnnotation(StatementEditor.InsertedKind));
}
