using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Conformance.Tests.Mutants;

/// <summary>Programs that lack a statement, or have two the other way round.</summary>
internal static class StatementMutants
{
    public static IEnumerable<Mutant> Of(MutantProgram program)
    {
        foreach (var statement in Statements(program))
        {
            yield return new Mutant(
                program, MutantKind.RemovedStatement, Describe(statement), [new TextChange(statement.Span, Placeholder(statement))]);
        }

        foreach (var list in Lists(program))
        {
            foreach (var (first, second) in list.Zip(list.Skip(1)))
            {
                yield return new Mutant(
                    program,
                    MutantKind.SwappedStatements,
                    $"{Describe(first)} with {Describe(second)}",
                    [new TextChange(first.Span, second.ToString()), new TextChange(second.Span, first.ToString())]);
            }
        }
    }

    /// <summary>The statements of a program, from outer to inner; blocks only as the statements that are in them.</summary>
    public static IEnumerable<StatementSyntax> Statements(MutantProgram program) =>
        program.Tree.GetRoot().DescendantNodes().OfType<StatementSyntax>().Where(statement => statement is not BlockSyntax);

    /// <summary>The statements that follow each other, list by list.</summary>
    public static IEnumerable<SyntaxList<StatementSyntax>> Lists(MutantProgram program) =>
        program.Tree.GetRoot().DescendantNodes().Select(node => node switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            _ => default,
        }).Where(list => list.Count > 0);

    /// <summary>What stands in the place of a statement that is removed, where something must.</summary>
    public static string Placeholder(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax ? "" : ";";

    /// <summary>A node by its first line, and where it stands.</summary>
    public static string Describe(SyntaxNode node) =>
        $"`{FirstLine(node)}` on line {node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    /// <summary>A statement by its first line and, where there are more such in the program, which of them it is.</summary>
    public static string Name(StatementSyntax statement)
    {
        var line = FirstLine(statement);
        var same = statement.SyntaxTree.GetRoot().DescendantNodes()
            .Where(node => node.RawKind == statement.RawKind && FirstLine(node) == line)
            .ToList();
        return same.Count == 1 ? line : $"{line} ({same.IndexOf(statement) + 1} of {same.Count})";
    }

    private static string FirstLine(SyntaxNode node) => node.ToString().Split('\n')[0].TrimEnd();
}
