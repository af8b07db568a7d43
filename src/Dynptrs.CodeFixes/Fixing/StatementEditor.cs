using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Dynptrs.CodeFixes.Fixing;

/// <summary>Puts statements before and after others, in a block of their own where there is none.</summary>
internal sealed class StatementEditor(FixContext context)
{
    /// <summary>Marks what was inserted.</summary>
    public const string InsertedKind = "Dynptrs.Inserted";

    private readonly SyntaxEditor _editor = context.Edit();
    private readonly HashSet<string> _taken = [];

    /// <summary>The code with the changes.</summary>
    public FixContext GetChanged() => context.With(_editor.GetChangedRoot());

    /// <summary>Makes a statement of its text, marked as inserted.</summary>
    public static StatementSyntax Parse(string statement, SyntaxAnnotation? mark = null) =>
        MakeElastic(SyntaxFactory.ParseStatement(statement))
            .WithAdditionalAnnotations(Formatter.Annotation, mark ?? new SyntaxAnnotation(InsertedKind));

    /// <summary>Leaves the layout of a statement to the formatter.</summary>
    public static StatementSyntax MakeElastic(StatementSyntax statement) =>
        statement.WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithTrailingTrivia(SyntaxFactory.ElasticMarker);

    /// <summary>Inserts statements before a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="changed">What becomes of it.</param>
    /// <param name="inserted">What comes before.</param>
    public void InsertBefore(StatementSyntax statement, StatementSyntax changed, params StatementSyntax[] inserted)
    {
        switch (statement.Parent)
        {
            case BlockSyntax or SwitchSectionSyntax:
                _editor.InsertBefore(statement, inserted);
                Replace(statement, changed);
                break;
            case GlobalStatementSyntax global:
                _editor.InsertBefore(global, inserted.Select(SyntaxFactory.GlobalStatement));
                Replace(statement, changed);
                break;
            case LabeledStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } label:
                // A label stands before one statement; in a block of its own a declaration would be lost to what follows.
                _editor.InsertAfter(
                    label,
                    inserted
                        .Skip(1)
                        .Append(changed.WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithAdditionalAnnotations(Formatter.Annotation)));
                _editor.ReplaceNode(statement, inserted[0].WithLeadingTrivia(statement.GetLeadingTrivia()));
                break;
            default:
                _editor.ReplaceNode(statement, SyntaxFactory.Block(inserted.Append(changed.WithLeadingTrivia(SyntaxFactory.ElasticMarker)))
                    .WithLeadingTrivia(statement.GetLeadingTrivia())
                    .WithAdditionalAnnotations(Formatter.Annotation));
                break;
        }
    }

    /// <summary>Inserts a statement at the end of a block, after the last of the top-level statements, or after a branch.</summary>
    public void InsertAfter(SyntaxNode place, StatementSyntax inserted)
    {
        switch (place)
        {
            case BlockSyntax block:
                _editor.ReplaceNode(block, (current, _) => ((BlockSyntax)current).AddStatements(inserted));
                break;
            case GlobalStatementSyntax:
                _editor.InsertAfter(place, SyntaxFactory.GlobalStatement(inserted));
                break;
            case StatementSyntax:
                _editor.ReplaceNode(place, (current, _) =>
                    SyntaxFactory.Block(((StatementSyntax)current).WithLeadingTrivia(SyntaxFactory.ElasticMarker), inserted)
                        .WithLeadingTrivia(current.GetLeadingTrivia())
                        .WithAdditionalAnnotations(Formatter.Annotation));
                break;
        }
    }

    /// <summary>Gives an <see langword="else"/> to an <see langword="if"/>.</summary>
    public void AddElse(IfStatementSyntax conditional, StatementSyntax statement) =>
        _editor.ReplaceNode(conditional, (current, _) =>
            ((IfStatementSyntax)current).WithElse(SyntaxFactory.ElseClause(statement).WithAdditionalAnnotations(Formatter.Annotation)));

    /// <summary>Puts a statement in the place of another.</summary>
    public void Replace(StatementSyntax statement, StatementSyntax changed)
    {
        if (changed != statement)
            _editor.ReplaceNode(statement, changed);
    }

    /// <summary>A name that nothing in the member around a place has.</summary>
    public string GetFreeName(SyntaxNode place, string wanted)
    {
        var member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) ?? context.Root;
        var taken = member.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText)
            .ToImmutableHashSet();
        var name = wanted;
        for (var i = 2; taken.Contains(name) || !_taken.Add(name); i++)
            name = wanted + i.ToString(CultureInfo.InvariantCulture);
        return name;
    }
}
