using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Dynptrs.Agreement.Mutations.Nodes;

namespace Dynptrs.Agreement.Mutations;

/// <summary>A statement that is missing, is there twice, or is in another place.</summary>
internal static class StatementMutations
{
    private static readonly string[] Around =
    [
        "if (Dynptrs.KernelRandom.NextUInt32() != 0) { {} }", "for (int again = 0; again < 3; again++) { {} }",
        "for (int again = 0; again < (int)(Dynptrs.KernelRandom.NextUInt32() & 7); again++) { {} }", "do { {} } while (Dynptrs.KernelRandom.NextUInt32() > 9);", "{ {} }",
    ];

    public static ImmutableArray<Mutation> All { get; } =
    [
        new("statement deleted", Delete),
        new("statement doubled", Double),
        new("statements swapped", SwapNeighbours),
        new("statement moved", Move),
        new("statement copied", Copy),
        new("statement wrapped", Wrap),
        new("way out added", Leave),
        new("branch deleted", DeleteBranch),
        new("way out deleted", Stay),
    ];

    private static Change[] Delete(BlockSyntax body, SemanticModel model, Random random) =>
        Pick(Statements(body), random) is { } one ? [Nodes.Delete(one)] : [];

    private static Change[] Double(BlockSyntax body, SemanticModel model, Random random) =>
        Pick(Statements(body).Where(statement => statement is not LocalDeclarationStatementSyntax), random) is { } one
            ? [After(one, one.ToString())]
            : [];

    private static Change[] SwapNeighbours(BlockSyntax body, SemanticModel model, Random random)
    {
        if (Pick(Statements(body), random) is not { Parent: BlockSyntax block } one)
            return [];
        var next = block.Statements.IndexOf(one) + 1;
        return next < block.Statements.Count ? Swap(one, block.Statements[next]) : [];
    }

    private static Change[] Move(BlockSyntax body, SemanticModel model, Random random) =>
        Pick(Statements(body), random) is { } one && Pick(Statements(body), random) is { } other && !one.Span.IntersectsWith(other.Span)
            ? [Nodes.Delete(one), random.Next(2) == 0 ? Before(other, one.ToString()) : After(other, one.ToString())]
            : [];

    private static Change[] Copy(BlockSyntax body, SemanticModel model, Random random) =>
        Pick(Statements(body).Where(statement => statement is not LocalDeclarationStatementSyntax), random) is { } one
        && Pick(Statements(body), random) is { } other
            ? [random.Next(2) == 0 ? Before(other, one.ToString()) : After(other, one.ToString())]
            : [];

    private static Change[] Wrap(BlockSyntax body, SemanticModel model, Random random) =>
        Pick(Statements(body).Where(statement => statement is not LocalDeclarationStatementSyntax), random) is { } one
            ? [Replace(one, Around[random.Next(Around.Length)].Replace("{}", one.ToString(), StringComparison.Ordinal))]
            : [];

    private static Change[] Leave(BlockSyntax body, SemanticModel model, Random random)
    {
        if (Pick(Statements(body), random) is not { } one)
            return [];
        string[] ways = ["return 0;", "return 1;", "break;", "continue;", "return;"];
        var way = ways[random.Next(ways.Length)];
        return [Before(one, $"if (Dynptrs.KernelRandom.NextUInt32() == 7) {way}")];
    }

    private static Change[] DeleteBranch(BlockSyntax body, SemanticModel model, Random random) =>
        Pick(body.DescendantNodes().OfType<IfStatementSyntax>().Where(branch => branch.Parent is BlockSyntax), random) is { } one
            ? random.Next(3) switch
            {
                0 => [Nodes.Delete(one)],
                1 => [Replace(one, one.Statement.ToString())],
                _ => one.Else is { } other ? [Replace(one, other.Statement.ToString())] : [Nodes.Delete(one)],
            }
            : [];

    private static Change[] Stay(BlockSyntax body, SemanticModel model, Random random) =>
        Pick(
            body.DescendantNodes().OfType<StatementSyntax>().Where(statement =>
                statement is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax && !ReferenceEquals(statement.Parent, body)),
            random) is { } one
            ? [Replace(one, "{ }")]
            : [];
}
