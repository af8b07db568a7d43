using System.Collections.Immutable;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Lifetime;

/// <summary>
/// Releases the reference wherever the block is left in which it was acquired: by a <see langword="using"/>, or in a
/// <see langword="finally"/>.
/// </summary>
internal sealed class ScopedRelease(FixContext context, Diagnostic diagnostic, SyntaxNode place, string subject)
{
    /// <summary>
    /// The code in which the variable is declared with <see langword="using"/>; whether its type allows that, the compiler knows.
    /// </summary>
    /// <param name="releases">The ways to release it.</param>
    public FixContext? WithUsing(ImmutableArray<Release> releases)
    {
        if (FindAcquiring() is not LocalDeclarationStatementSyntax
            {
                UsingKeyword.RawKind: 0,
                IsConst: false,
                Declaration.Variables: [{ Identifier.ValueText: var name }],
            } declaration
            || name != subject)
        {
            return null;
        }

        var kept = context.With(context.Root.ReplaceNode(declaration, Use(declaration)));
        if (Verdict.Compare(context, place, kept).FixesAlone(diagnostic))
            return kept;

        // Where there is but one way to release, the releases that are there do what the end of the block does.
        if (releases is not [var release] || WithoutReleases(declaration, release.Method, out var current) is not { } root)
            return null;
        var changed = context.With(root.ReplaceNode(current, Use((LocalDeclarationStatementSyntax)current)));
        return Verdict.Compare(context, place, changed).FixesAlone(diagnostic) ? changed : null;
    }

    /// <summary>The code in which what follows the acquisition is tried, and the reference is released in the end.</summary>
    /// <remarks>Programs have no exceptions, and C has no such thing: there it would only hide where control goes.</remarks>
    public FixContext? InFinally(Release release)
    {
        if (context.IsInProgram(place)
            || FindAcquiring() is not { } acquiring
            || WithoutReleases(acquiring, release.Method, out var current) is not { } root
            || StatementList.Of(current) is not { } list)
        {
            return null;
        }

        var index = list.Statements.IndexOf(current);
        if (index + 1 >= list.Statements.Length)
            return null;
        var rest = list.Statements.RemoveRange(0, index + 1);
        var after = context.With(list.Replace(root, list.Statements.RemoveRange(index + 1, rest.Length).Add(Try(rest, release))));
        return Verdict.Compare(context, place, after).FixesAlone(diagnostic) ? after : null;
    }

    private StatementSyntax? FindAcquiring() =>
        new ContractCalls(context).FindAcquisition(subject, place)?.FirstAncestorOrSelf<StatementSyntax>();

    private static LocalDeclarationStatementSyntax Use(LocalDeclarationStatementSyntax declaration) => declaration
        .WithoutLeadingTrivia()
        .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
        .WithLeadingTrivia(declaration.GetLeadingTrivia());

    /// <summary>
    /// The code without the releases that stand right before where the block is left; <see langword="null"/> where there is another, which
    /// cannot wait.
    /// </summary>
    /// <param name="acquiring">The statement that acquires.</param>
    /// <param name="method">The method by which it is released in the end.</param>
    /// <param name="current">The statement in that code.</param>
    private SyntaxNode? WithoutReleases(StatementSyntax acquiring, string method, out StatementSyntax current)
    {
        current = acquiring;
        var releases = new ContractCalls(context)
            .FindReleases(subject, acquiring.Parent!)
            .Where(call => call.SpanStart > acquiring.Span.End)
            .ToList();
        if (releases.Any(call => context.Model.GetSymbolInfo(call).Symbol?.Name != method
            || call.Parent is not ExpressionStatementSyntax
            || !IsBeforeEnd((StatementSyntax)call.Parent, acquiring.Parent!)))
        {
            return null;
        }

        var root = context.Root.TrackNodes(releases.Select(call => call.Parent!).Append(acquiring));
        foreach (var release in releases)
        {
            if (StatementRemoval.RemoveFrom(root, root.GetCurrentNode((StatementSyntax)release.Parent!)!) is not { } without)
                return null;
            root = without;
        }

        current = root.GetCurrentNode(acquiring)!;
        return root;
    }

    /// <summary>Whether nothing happens between a statement and the end of the block, so that it may as well happen then.</summary>
    private bool IsBeforeEnd(StatementSyntax statement, SyntaxNode scope)
    {
        if (StatementList.Of(statement) is not { } list)
            return false;
        return list.Statements.IndexOf(statement) is var index && index + 1 < list.Statements.Length
            ? list.Statements[index + 1] switch
            {
                ReturnStatementSyntax { Expression: null } => true,
                ReturnStatementSyntax { Expression: { } value } => context.Model.GetConstantValue(value).HasValue
                    || context.Model.GetSymbolInfo(value).Symbol is ILocalSymbol or IParameterSymbol,
                _ => false,
            }
            : statement.Parent == scope;
    }

    private static TryStatementSyntax Try(ImmutableArray<StatementSyntax> statements, Release release)
    {
        var (indent, unit) = (Indentation.Of(statements[0]), Indentation.UnitAt(statements[0]));
        var end = statements[0].AncestorsAndSelf().Last().DescendantTrivia()
            .FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            is { RawKind: not 0 } line
                ? line
                : SyntaxFactory.CarriageReturnLineFeed;
        var template = (TryStatementSyntax)SyntaxFactory.ParseStatement(
            $"{indent}try{end}{indent}{{{end}{indent}}}{end}{indent}finally{end}{indent}{{{end}{indent}{unit}{release.Statement}{end}{indent}}}{end}");
        var body = statements.Select(statement => Indentation.Increase(statement, unit)).ToList();
        body[0] = BlankLines.Remove(body[0]);
        return BlankLines.Take(template.WithBlock(template.Block.WithStatements(SyntaxFactory.List(body))), statements[0])
            is TryStatementSyntax tried
                ? tried
                : template;
    }
}
