using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Dynptrs.CodeFixes.Statements;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>DYN006: tests the slice before it is used, and leaves where it is null, after releasing what is held.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingNullCheckFix)), Shared]
public sealed class MissingNullCheckFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN006"];

    /// <summary>The slice where it is used.</summary>
    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic)
    {
        if (Mistake.Read(diagnostic) is not { IsElsewhere: false, IsNull: false }
            || diagnostic.Location.SourceTree != context.Root.SyntaxTree)
        {
            return [];
        }

        var node = context.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var view = node.DescendantNodesAndSelf().OfType<ExpressionSyntax>()
            .FirstOrDefault(candidate => context.Model.GetTypeInfo(candidate).Type is { } type && context.Lower(type) is ViewType);
        return view is null ? [] : [view];
    }

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var view = (ExpressionSyntax)places[0];
        if (BlockBody.Ensure(context, ref view) is not { } expanded)
            yield break;
        context = expanded;
        if (view.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || NullCheck.TryCreate(context, view, statement) is not { } check)
        {
            yield break;
        }

        foreach (var (way, after) in LeaveWay.FindRight(context, diagnostic, statement, Test))
            yield return new Fix(way.Describe($"`{check.Name}` is null"), $"{nameof(MissingNullCheckFix)}.{way.Key}", after);

        FixContext? Test(LeaveWay way) =>
            check.Insert(way) is var tested && Verdict.Compare(context, statement, tested).FixesByInsertion(diagnostic) ? tested : null;
    }

    /// <summary>Where another slice is used something else may be held, or nothing: the test is wanted there all the same.</summary>
    private protected override Fix? Choose(IReadOnlyList<Fix> fixes, string? key) => base.Choose(fixes, key) ?? fixes.FirstOrDefault();
}
