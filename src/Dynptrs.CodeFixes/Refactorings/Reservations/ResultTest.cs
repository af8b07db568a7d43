using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Dynptrs.CodeFixes.Memory;
using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Reservations;

/// <summary>The test of what an acquisition answers, with what is to be done where it has failed.</summary>
internal sealed class ResultTest(FixContext context, Acquisition acquisition)
{
    /// <summary>
    /// The code with the test, or with the release in the test that it has; <see langword="null"/> where there is no place for one.
    /// </summary>
    /// <param name="failure">The release where the acquisition has failed.</param>
    public FixContext? Insert(Release failure)
    {
        if (StatementList.Of(acquisition.Statement) is not { } list || EarlyExit.Describe(context, acquisition.Statement) is not { } exit)
            return null;
        var next = list.Statements.ElementAtOrDefault(list.Statements.IndexOf(acquisition.Statement) + 1);
        if (acquisition.IsReturned)
        {
            return next is IfStatementSyntax { Condition: var tested } && Names(tested, acquisition.Subject)
                || GetNullTest() is not { } isNull
                    ? null
                    : InsertAfter(list, Guard.MakeTest(SyntaxFactory.ParseExpression(isNull), exit));
        }

        if (acquisition.Method.ReturnType.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64))
            return null;
        switch (acquisition.Statement)
        {
            case IfStatementSyntax { Condition: BinaryExpressionSyntax condition } conditional when condition.Left == acquisition.Call:
                return ReleaseIn(conditional, condition, failure);
            case LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value } variable] }
                when value == acquisition.Call:
                return TestVariable(list, next, variable.Identifier.ValueText, failure, exit);
            case ExpressionStatementSyntax
            {
                Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: not "_" } assigned } assignment,
            } when assignment.Right == acquisition.Call:
                return TestVariable(list, next, assigned.Identifier.ValueText, failure, exit);
            case ExpressionStatementSyntax statement when statement.Expression == acquisition.Call
                || statement.Expression is AssignmentExpressionSyntax { Right: var right } && right == acquisition.Call:
                return TestCall(list, statement, failure, exit);
            default:
                return null;
        }
    }

    private FixContext? TestVariable(StatementList list, StatementSyntax? next, string name, Release failure, string exit) => next switch
    {
        IfStatementSyntax { Condition: BinaryExpressionSyntax { Left: IdentifierNameSyntax tested } condition } conditional
            when tested.Identifier.ValueText == name =>
            ReleaseIn(conditional, condition, failure),
        IfStatementSyntax { Condition: var other } when Names(other, name) => null,
        _ => InsertAfter(list, Guard.MakeTest(SyntaxFactory.ParseExpression($"{name} != 0"), failure.Statement, exit)),
    };

    /// <summary>The statement becomes a test of what it calls.</summary>
    private FixContext TestCall(StatementList list, ExpressionStatementSyntax statement, Release failure, string exit)
    {
        var condition = ((BinaryExpressionSyntax)SyntaxFactory.ParseExpression("_ != 0")).WithLeft(
            acquisition.Call.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space));
        var test = (IfStatementSyntax)Guard.MakeTest(condition, failure.Statement, exit);
        var comments = statement.GetTrailingTrivia().Any(Comments.IsComment)
            ? statement.GetTrailingTrivia()
            : test.CloseParenToken.TrailingTrivia;
        test = test.WithCloseParenToken(test.CloseParenToken.WithTrailingTrivia(comments)).WithLeadingTrivia(statement.GetLeadingTrivia());
        return context.With(list.Replace(context.Root, list.Statements.Replace(statement, test)));
    }

    /// <summary>The branch of a test that is taken where the acquisition has failed gets the release before it leaves.</summary>
    private FixContext? ReleaseIn(IfStatementSyntax conditional, BinaryExpressionSyntax condition, Release failure)
    {
        var leaving = conditional.Statement is BlockSyntax { Statements: [.., var last] } ? last : conditional.Statement;
        if (condition.Kind() is not (SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression)
            || context.Model.GetConstantValue(condition.Right, context.CancellationToken) is not { HasValue: true, Value: 0 }
            || leaving is not (ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax))
        {
            return null;
        }

        var editor = new StatementEditor(context);
        editor.InsertBefore(leaving, leaving, StatementEditor.Parse(failure.Statement));
        return editor.GetChanged();
    }

    private FixContext InsertAfter(StatementList list, StatementSyntax test) =>
        context.With(list.Replace(context.Root, list.Statements.Insert(list.Statements.IndexOf(acquisition.Statement) + 1, test)));

    private string? GetNullTest() => context.Model.GetTypeInfo(acquisition.Call, context.CancellationToken).Type is not { } type ? null
        : NullCheck.GetCondition(context, type, acquisition.Statement) is { } condition ? condition(acquisition.Subject)
        : type.IsReferenceType ? acquisition.Subject + " is null"
        : null;

    private static bool Names(SyntaxNode node, string name) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(identifier => identifier.Identifier.ValueText == name);
}
