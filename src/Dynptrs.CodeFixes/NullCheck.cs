using System;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes;

/// <summary>A test for null with an early exit, to be put before a statement.</summary>
internal sealed class NullCheck
{
    private readonly FixContext _context;
    private readonly ExpressionSyntax _expression;
    private readonly StatementSyntax _statement;
    private readonly Func<string, string> _condition;
    private readonly string _exit;
    private readonly bool _isVariable;

    private NullCheck(FixContext context, ExpressionSyntax expression, StatementSyntax statement, bool isVariable, Func<string, string> condition, string exit)
    {
        _context = context;
        _expression = expression;
        _statement = statement;
        _isVariable = isVariable;
        _condition = condition;
        _exit = exit;
    }

    /// <summary>What is tested, as it is written.</summary>
    public string Name => _expression.WithoutTrivia().ToString();

    /// <summary>Prepares the test, or answers <see langword="null"/> where none can stand.</summary>
    /// <param name="context">The code.</param>
    /// <param name="expression">The slice.</param>
    /// <param name="statement">The statement that uses it.</param>
    public static NullCheck? TryCreate(FixContext context, ExpressionSyntax expression, StatementSyntax statement)
    {
        if (context.Model.GetTypeInfo(expression).Type is not { } type || EarlyExit.Describe(context, statement) is not { } exit)
            return null;

        // What is evaluated again in each round, or under a condition, cannot be taken out before its statement.
        if (statement is BlockSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax)
            return null;
        var isVariable = context.Model.GetSymbolInfo(expression).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol;
        if (!isVariable && (statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax) || !IsFirst(expression, statement)))
            return null;
        return GetCondition(context, type, statement) is { } condition ? new NullCheck(context, expression, statement, isVariable, condition, exit) : null;
    }

    /// <summary>Puts the test before the statement.</summary>
    public FixContext Insert(ImmutableArray<Release> releases)
    {
        var editor = new StatementEditor(_context);
        if (_isVariable)
        {
            editor.InsertBefore(_statement, _statement, MakeTest(Name, releases));
            return editor.GetChanged();
        }

        var name = editor.GetFreeName(_statement, "slice");
        var local = StatementEditor.Parse($"var {name} = {Name};");
        var changed = _statement.ReplaceNode(_expression, SyntaxFactory.IdentifierName(name).WithTriviaFrom(_expression));
        editor.InsertBefore(_statement, changed.WithAdditionalAnnotations(new SyntaxAnnotation(StatementEditor.InsertedKind)), local, MakeTest(name, releases));
        return editor.GetChanged();
    }

    private StatementSyntax MakeTest(string name, ImmutableArray<Release> releases)
    {
        var leave = StatementEditor.Parse(_exit);
        return StatementEditor.MakeElastic(SyntaxFactory.IfStatement(
                SyntaxFactory.ParseExpression(_condition(name)),
                releases.IsEmpty ? leave : SyntaxFactory.Block(releases.Select(release => StatementEditor.Parse(release.Statement)).Append(leave))))
            .WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation, new SyntaxAnnotation(StatementEditor.InsertedKind));
    }

    /// <summary>Whether nothing with an effect is evaluated before an expression in its statement, and the expression always is.</summary>
    private static bool IsFirst(ExpressionSyntax expression, StatementSyntax statement)
    {
        foreach (var node in expression.Ancestors().TakeWhile(node => node != statement))
        {
            if (node is ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchExpressionSyntax or AnonymousFunctionExpressionSyntax
                || node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression)
            {
                return false;
            }
        }

        return !statement.DescendantNodes().Any(node => node.Span.End <= expression.SpanStart
            && (node is InvocationExpressionSyntax or ObjectCreationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax
                || node.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression or SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression));
    }

    /// <summary>The test in the style of the method: <c>!slice</c> where it says so elsewhere, else the property.</summary>
    private static Func<string, string>? GetCondition(FixContext context, ITypeSymbol type, StatementSyntax statement)
    {
        var members = type.GetMembers();
        var tests = members.OfType<IPropertySymbol>()
            .Select(property => (property.Name, Null: property.GetMethod is { } getter ? context.ReadContract(getter)?.Return.NullTest : null))
            .Where(test => test.Null is not null)
            .OrderByDescending(test => test.Null)
            .ToList();
        var hasConversion = members.OfType<IMethodSymbol>().Any(candidate => candidate.MethodKind == MethodKind.Conversion && context.ReadContract(candidate)?.Return.NullTest == false);
        if (hasConversion && (tests.Count == 0 || UsesConversion(context, statement)))
            return name => "!" + name;
        if (tests.Count == 0)
            return null;
        var test = tests[0];
        return name => $"{(test.Null == true ? "" : "!")}{name}.{test.Name}";
    }

    private static bool UsesConversion(FixContext context, StatementSyntax statement)
    {
        var around = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) ?? context.Root;
        return around.DescendantNodes().OfType<PrefixUnaryExpressionSyntax>().Any(not =>
            not.IsKind(SyntaxKind.LogicalNotExpression) && context.Model.GetTypeInfo(not.Operand).Type is { } operand && context.Lower(operand) is ViewType);
    }
}
