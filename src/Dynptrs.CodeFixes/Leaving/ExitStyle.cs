using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Leaving;

/// <summary>How a function leaves early: <c>return -1;</c>, or in the manner of C: <c>err = -1;</c> and <c>goto out;</c>.</summary>
/// <param name="Statements">The statements that leave, as texts.</param>
/// <param name="Label">The label by which they leave, or <see langword="null"/>.</param>
internal sealed record ExitStyle(ImmutableArray<string> Statements, string? Label)
{
    /// <summary>How many are tried; each is a verification.</summary>
    private const int MaxStyles = 4;

    /// <summary>
    /// How the function around a statement leaves elsewhere: first where it tests for null, then where it sets a variable or jumps; by a
    /// label that releases; and as any function may. Empty where none can stand.
    /// </summary>
    public static ImmutableArray<ExitStyle> Find(FixContext context, StatementSyntax statement)
    {
        if (EarlyExit.Describe(context, statement) is not { } common)
            return [];
        var labels = ReleaseLabel.Find(context, statement).Select(label => label.Name).ToList();
        var styles = InFunction(statement).OfType<IfStatementSyntax>()
            .Where(test => test.Else is null && !test.Span.Contains(statement.Span))
            .Select(test => (
                IsNullTest: IsNullTest(context, test.Condition),
                Place: test.SpanStart < statement.SpanStart ? -test.SpanStart : test.SpanStart,
                Style: Read(context, test)))
            .Where(found => found.Style is not null
                && (found.Style.Label is null ? found.IsNullTest || found.Style.Statements.Length > 1 : labels.Contains(found.Style.Label)))
            .OrderByDescending(found => found.IsNullTest)
            .ThenBy(found => found.Place)
            .Select(found => found.Style!)
            .Concat(labels.Select(label => new ExitStyle([$"goto {label};"], label)));
        return
        [
            .. styles.GroupBy(style => string.Join("\n", style.Statements)).Select(same => same.First()).Take(MaxStyles),
            new ExitStyle([common], null),
        ];
    }

    /// <summary>
    /// What a test does to leave, the releases before that left out; <see langword="null"/> where it does something else.
    /// </summary>
    private static ExitStyle? Read(FixContext context, IfStatementSyntax test)
    {
        var statements = test.Statement is BlockSyntax block ? block.Statements.ToImmutableArray() : [test.Statement];
        if (statements.IsEmpty)
            return null;
        var leaving = statements[statements.Length - 1];
        var before = statements.Length > 1 ? statements[statements.Length - 2] : null;
        var setting = before is ExpressionStatementSyntax
        {
            Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Right: var value } assignment,
        }
            && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            && context.Model.GetConstantValue(value).HasValue
                ? before
                : null;
        var label = leaving is GotoStatementSyntax { Expression: IdentifierNameSyntax target } && leaving.IsKind(SyntaxKind.GotoStatement)
            ? target.Identifier.ValueText
            : null;
        if (label is null
            && !(leaving is ReturnStatementSyntax { Expression: var result } && (result is null || IsSettled(context, result))))
        {
            return null;
        }

        var count = statements.Length - (setting is null ? 1 : 2);
        if (!statements.Take(count).All(statement => ReleaseLabel.OnlyReleases(context, statement)))
            return null;
        return new ExitStyle([.. statements.Skip(count).Select(statement => statement.WithoutTrivia().ToString())], label);
    }

    private static bool IsSettled(FixContext context, ExpressionSyntax result) =>
        context.Model.GetConstantValue(result).HasValue
        || context.Model.GetSymbolInfo(result).Symbol is ILocalSymbol { Type.IsRefLikeType: false };

    private static bool IsNullTest(FixContext context, ExpressionSyntax condition) =>
        condition.DescendantNodesAndSelf().OfType<ExpressionSyntax>()
            .Any(part => context.Model.GetTypeInfo(part).Type is { } type && context.Lower(type) is ViewType);

    private static IEnumerable<SyntaxNode> InFunction(StatementSyntax statement)
    {
        var function = statement.Ancestors().FirstOrDefault(IsFunction) ?? statement.SyntaxTree.GetRoot();
        return function.DescendantNodes(node => node == function || !IsFunction(node));
    }

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax
        or LocalFunctionStatementSyntax
        or AccessorDeclarationSyntax
        or MemberDeclarationSyntax and not GlobalStatementSyntax;
}
