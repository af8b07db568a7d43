using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Suggestions;

/// <summary>DYN102 and DYN105: gives no flags where they make a call fail, or dear.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ArgumentFix)), Shared]
public sealed class ArgumentFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN102", "DYN105"];

    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        FindMistake<ArgumentSyntax>(context, diagnostic);

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var argument = (ArgumentSyntax)places[0];
        var zero = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(0))
            .WithTriviaFrom(argument.Expression);
        var after = context.With(context.Root.ReplaceNode(argument.Expression, zero));
        if (Verdict.Compare(context, argument, after).FixesAlone(diagnostic))
            yield return new Fix($"Pass 0 instead of `{argument.Expression}`", nameof(ArgumentFix), after);
    }
}
