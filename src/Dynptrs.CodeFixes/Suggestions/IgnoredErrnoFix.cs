using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Suggestions;

/// <summary>DYN101: leaves where a call fails, after releasing what is held, or says that its errno does not matter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoredErrnoFix)), Shared]
public sealed class IgnoredErrnoFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN101"];

    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        Steps.FindMistake(context.Root, diagnostic) is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } call ? [call] : [];

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var call = (InvocationExpressionSyntax)places[0];
        var statement = (ExpressionStatementSyntax)call.Parent!;
        foreach (var (way, after) in LeaveWay.FindRight(
            context,
            diagnostic,
            statement,
            way => Test(context, statement, call, way) is var tested && Verdict.Compare(context, call, tested).FixesAlone(diagnostic)
                ? tested
                : null))
        {
            yield return new Fix(way.Describe("the call fails"), $"{nameof(IgnoredErrnoFix)}.{way.Key}", after);
        }

        // Only the parser knows that an underscore is a discard.
        var discarded = SyntaxFactory.ParseExpression($"_ = {call.WithoutTrivia()}").WithTriviaFrom(call);
        var ignored = context.With(context.Root.ReplaceNode(call, discarded));
        if (Verdict.Compare(context, call, ignored).FixesAlone(diagnostic))
            yield return new Fix("Say that its errno does not matter", $"{nameof(IgnoredErrnoFix)}._", ignored);
    }

    /// <summary>Elsewhere something else may be held, or nothing: it is left all the same.</summary>
    private protected override Fix? Choose(IReadOnlyList<Fix> fixes, string? key) => base.Choose(fixes, key) ?? fixes.FirstOrDefault();

    private static FixContext Test(FixContext context, ExpressionStatementSyntax statement, InvocationExpressionSyntax call, LeaveWay way)
    {
        var editor = new StatementEditor(context);
        var error = editor.GetFreeName(statement, "err");
        var declared = StatementEditor.Parse($"int {error} = {call.WithoutTrivia()};")
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(statement.GetTrailingTrivia());
        var test = Guard.MakeTest(SyntaxFactory.ParseExpression($"{error} != 0"), way.Statements);
        // The declaration stands where the statement stood, and the test behind it.
        editor.InsertBefore(statement, test, declared);
        return editor.GetChanged();
    }
}
