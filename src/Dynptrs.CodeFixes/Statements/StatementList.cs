using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Statements;

/// <summary>Statements that follow one another: those of a block, of a section of a <c>switch</c>, or of the top level.</summary>
internal sealed class StatementList
{
    private readonly SyntaxNode _parent;

    private StatementList(SyntaxNode parent, ImmutableArray<StatementSyntax> statements)
    {
        _parent = parent;
        Statements = statements;
    }

    public ImmutableArray<StatementSyntax> Statements { get; }

    /// <summary>The list that a statement is in, or <see langword="null"/> where it stands alone.</summary>
    public static StatementList? Of(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => new StatementList(block, [.. block.Statements]),
        SwitchSectionSyntax section => new StatementList(section, [.. section.Statements]),
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } =>
            new StatementList(unit, [.. unit.Members.OfType<GlobalStatementSyntax>().Select(global => global.Statement)]),
        _ => null,
    };

    /// <summary>The innermost list of which one statement contains, or is, the one place, and a later one contains the other.</summary>
    /// <param name="earlier">A place.</param>
    /// <param name="later">A later place.</param>
    /// <param name="first">The index of the statement around the earlier place.</param>
    /// <param name="second">The index of the statement around the later place.</param>
    /// <returns><see langword="null"/> where there is none, or where one of the places is in a function inside of the statement.</returns>
    public static StatementList? Around(SyntaxNode earlier, SyntaxNode later, out int first, out int second)
    {
        (first, second) = (-1, -1);
        foreach (var statement in earlier.AncestorsAndSelf().TakeWhile(node => !IsFunction(node)).OfType<StatementSyntax>())
        {
            if (statement.Span.Contains(later.Span))
                return null;
            if (Of(statement) is not { } list || !list._parent.Span.Contains(later.Span))
                continue;
            first = list.Statements.IndexOf(statement);
            second = list.IndexAround(later);
            return second > first && !later.Ancestors().TakeWhile(node => node != list.Statements[list.IndexAround(later)]).Any(IsFunction)
                ? list
                : null;
        }

        return null;
    }

    /// <summary>The statements without one. The blank line before it stays.</summary>
    public List<StatementSyntax> Without(int index)
    {
        var statements = Statements.ToList();
        if (index + 1 < statements.Count)
            statements[index + 1] = BlankLines.Take(statements[index + 1], statements[index]);
        statements.RemoveAt(index);
        return statements;
    }

    /// <summary>A node, the root or a part, with other statements in the place of these.</summary>
    public T Replace<T>(T root, IEnumerable<StatementSyntax> statements)
        where T : SyntaxNode
    {
        SyntaxNode changed = _parent switch
        {
            BlockSyntax block => block.WithStatements(SyntaxFactory.List(statements)),
            SwitchSectionSyntax section => section.WithStatements(SyntaxFactory.List(statements)),
            CompilationUnitSyntax unit => unit.WithMembers(SyntaxFactory.List(statements
                .Select(statement => statement.Parent is GlobalStatementSyntax global
                    ? global
                    : (MemberDeclarationSyntax)SyntaxFactory.GlobalStatement(statement))
                .Concat(unit.Members.Where(member => member is not GlobalStatementSyntax)))),
            _ => throw new System.InvalidOperationException("Such a node has no statements."),
        };
        return root.ReplaceNode(_parent, changed);
    }

    private int IndexAround(SyntaxNode place)
    {
        for (var i = 0; i < Statements.Length; i++)
        {
            if (Statements[i].Span.Contains(place.Span))
                return i;
        }

        return -1;
    }

    private static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax;
}
