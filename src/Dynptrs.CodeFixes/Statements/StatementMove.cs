using System.Collections.Generic;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Dynptrs.CodeFixes.Statements;

/// <summary>Moves a statement behind one that follows it, so that what happens there happens before.</summary>
internal sealed class StatementMove(FixContext context, SyntaxNode moved, SyntaxNode use)
{
    /// <summary>How many places are tried; each is a verification.</summary>
    private const int MaxPlaces = 8;

    /// <summary>
    /// The code after the move: behind the statement that holds the place, or behind a later one that names a variable, nearest first.
    /// </summary>
    public IEnumerable<FixContext> Find(string subject)
    {
        if (StatementList.Around(moved, use, out var first, out var second) is not { } list)
            yield break;
        var targets = Enumerable.Range(second, list.Statements.Length - second)
            .Where(index => index == second || Names(list.Statements[index], subject));
        foreach (var target in targets.Take(MaxPlaces))
        {
            if (list.Statements[target] is ReturnStatementSyntax { Expression: not null } leaving)
                yield return BeforeReturn(list, first, target, leaving);
            else
                yield return Behind(list, first, target);
        }
    }

    private FixContext Behind(StatementList list, int from, int to)
    {
        var statements = list.Without(from);
        statements.Insert(to, BlankLines.Remove(list.Statements[from]));
        return context.With(list.Replace(context.Root, statements));
    }

    /// <summary>What is returned is computed first.</summary>
    private FixContext BeforeReturn(StatementList list, int from, int to, ReturnStatementSyntax leaving)
    {
        var name = new StatementEditor(context).GetFreeName(leaving, "result");
        var value = leaving.Expression!;
        var type = context.Model.GetTypeInfo(value, context.CancellationToken).ConvertedType;
        var local = SyntaxFactory.ParseStatement($"{LocalStyle.Describe(context, leaving, type)} {name} = {value.WithoutTrivia()};")
            .WithLeadingTrivia(leaving.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        var statements = list.Without(from);
        statements[to - 1] = to - 1 == from ? BlankLines.Take(local, list.Statements[from]) : local;
        statements.Insert(to, BlankLines.Remove(list.Statements[from]));
        statements.Insert(
            to + 1,
            leaving
                .WithExpression(SyntaxFactory.IdentifierName(name))
                .WithLeadingTrivia(SyntaxFactory.ElasticMarker)
                .WithAdditionalAnnotations(Formatter.Annotation));
        return context.With(list.Replace(context.Root, statements));
    }

    private static bool Names(StatementSyntax statement, string subject) =>
        statement.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == subject);
}
