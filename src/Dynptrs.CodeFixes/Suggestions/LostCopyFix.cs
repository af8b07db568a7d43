using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Suggestions;

/// <summary>DYN104: writes a slice back behind its last use, and leaves where that fails.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LostCopyFix)), Shared]
public sealed class LostCopyFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN104"];

    /// <summary>The write, and the call that takes the slice.</summary>
    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        Steps.FindMistake(context.Root, diagnostic) is { } write
        && Steps.Find(context.Root, diagnostic, StepLabel.Sliced).LastOrDefault() is { } taking
            ? [write, taking]
            : [];

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        if (places[1].DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault()
            is not { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var slice } } } taking
            || Mistake.Read(diagnostic).Owner is not { Length: > 0 } owner
            || places[0].FirstAncestorOrSelf<StatementSyntax>() is not { } write
            || FindLastUse(write, slice) is not { } last)
        {
            yield break;
        }

        var calls = new WriteBack(context, taking, owner, slice).Find(last.SpanStart).Distinct().ToImmutableArray();
        foreach (var (way, after) in LeaveWay.FindRight(context, diagnostic, last, Write))
        {
            yield return new Fix(
                $"Write `{slice}` back to `{owner}`, and {Lower(way.Describe("that fails"))}", $"{nameof(LostCopyFix)}.{way.Key}", after);
        }

        FixContext? Write(LeaveWay way) => calls
            .Select(call => Insert(context, last, Guard.MakeTest(SyntaxFactory.ParseExpression($"{call} != 0"), way.Statements)))
            .FirstOrDefault(written => Verdict.Compare(context, write, written).FixesAlone(diagnostic));
    }

    /// <summary>Elsewhere something else may be held, or nothing: it is left all the same.</summary>
    private protected override Fix? Choose(IReadOnlyList<Fix> fixes, string? key) => base.Choose(fixes, key) ?? fixes.FirstOrDefault();

    private static string Lower(string title) => char.ToLowerInvariant(title[0]) + title.Substring(1);

    /// <summary>The last statement beside a write that uses the slice; it must not leave.</summary>
    private static StatementSyntax? FindLastUse(StatementSyntax write, string slice)
    {
        var last = write.Parent is BlockSyntax block
            ? block.Statements.Last(statement =>
                statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == slice))
            : write;
        return last is ReturnStatementSyntax ? null : last;
    }

    private static FixContext Insert(FixContext context, StatementSyntax last, StatementSyntax inserted)
    {
        var editor = new StatementEditor(context);
        if (last.Parent is not BlockSyntax { Statements: var statements } block)
            editor.InsertAfter(last, inserted);
        else if (statements.IndexOf(last) is var index && index + 1 < statements.Count)
            editor.InsertBefore(statements[index + 1], statements[index + 1], inserted);
        else
            editor.InsertAfter(block, inserted);
        return editor.GetChanged();
    }
}
