using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Lifetime;

/// <summary>DYN011: releases by the call for the kind that is held, or not at all; makes memory on the stack static.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrongKindFix)), Shared]
public sealed class WrongKindFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN011"];

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var place = places[0];
        var mistake = Mistake.Read(diagnostic);
        var subject = mistake.Subject;
        if (mistake.ActualKind is { } kind)
        {
            if (place.FirstAncestorOrSelf<StatementSyntax>()
                is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax } release)
            {
                yield break;
            }

            foreach (var right in new ReleaseFinder(context).Find(subject, kind, release))
            {
                var after = context.With(context.Root.ReplaceNode(
                    release, SyntaxFactory.ParseStatement(right.Statement).WithTriviaFrom(release)));
                if (Verdict.Compare(context, place, after).FixesAlone(diagnostic))
                    yield return new Fix($"Release `{subject}` with `{right.Method}`", $"{nameof(WrongKindFix)}.{right.Method}", after);
            }

            if (StatementRemoval.Remove(context, release) is { } without && Verdict.Compare(context, place, without).FixesAlone(diagnostic))
                yield return new Fix($"Remove this release of `{subject}`", $"{nameof(WrongKindFix)}.Remove", without);
        }
        else if (StaticVariable.TryMake(context, place) is { } made && Verdict.Compare(context, place, made).FixesAlone(diagnostic))
        {
            yield return new Fix($"Make `{subject}` a static variable", $"{nameof(WrongKindFix)}.Static", made);
        }
    }
}
