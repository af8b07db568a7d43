using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Dynptrs.CodeFixes.Lifetime;

/// <summary>
/// DYN010: makes a clone instead of a copy, and passes by <see langword="in"/> or <see langword="ref"/> instead of by value.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OpaqueCopyFix)), Shared]
public sealed class OpaqueCopyFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN010"];

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var place = places[0];
        var subject = Mistake.Read(diagnostic).Subject;
        var changes = place.FirstAncestorOrSelf<ArgumentSyntax>() is { } argument && argument.Expression == place
            ? PassByReference(context, argument)
            : Clone(context, place);
        foreach (var (title, key, after) in changes)
        {
            if (Verdict.Compare(context, place, after).FixesAlone(diagnostic))
            {
                yield return new Fix(
                    string.Format(System.Globalization.CultureInfo.InvariantCulture, title, subject),
                    $"{nameof(OpaqueCopyFix)}.{key}",
                    after);
                yield break;
            }
        }
    }

    /// <summary>A clone in the place of <c>Dynptr copy = ptr;</c> or <c>copy = ptr;</c>.</summary>
    private static IEnumerable<(string Title, string Key, FixContext After)> Clone(FixContext context, SyntaxNode place)
    {
        var (statement, target) = place.Parent switch
        {
            EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax
                    {
                        Variables.Count: 1,
                        Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } local,
                    } declaration,
                } variable,
            } =>
                ((StatementSyntax)local, $"{declaration.Type.WithoutTrivia()} {variable.Identifier.ValueText}"),
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax assigning } assignment
                when assignment.Right == place && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) =>
                (assigning, assignment.Left.WithoutTrivia().ToString()),
            _ => (null, ""),
        };
        if (statement is null)
            yield break;
        foreach (var call in new CloneFinder(context).Find(place.ToString(), target, place))
        {
            var cloning = SyntaxFactory.ParseStatement(call).WithTriviaFrom(statement);
            yield return ("Make a clone of `{0}`", "Clone", context.With(context.Root.ReplaceNode(statement, cloning)));
        }
    }

    /// <summary>
    /// A parameter that takes what is in the variable of the caller: only to use it, or, where all who call it are here, to change it.
    /// </summary>
    private static IEnumerable<(string Title, string Key, FixContext After)> PassByReference(FixContext context, ArgumentSyntax argument)
    {
        if (argument.Parent?.Parent is not InvocationExpressionSyntax call
            || context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol
                is not IMethodSymbol { IsVirtual: false, IsOverride: false, IsAbstract: false } method
            || ContractArguments.FindParameter(method, call, argument) is not { RefKind: RefKind.None } parameter
            || parameter.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(context.CancellationToken)).FirstOrDefault()
                is not ParameterSyntax declared
            || !context.Contains(declared.SyntaxTree))
        {
            yield break;
        }

        var root = declared.SyntaxTree.GetRoot(context.CancellationToken);
        yield return (
            $"Let `{method.Name}` take `{{0}}` by in",
            "In",
            context.With(declared.SyntaxTree, root.ReplaceNode(declared, Modify(declared, SyntaxKind.InKeyword))));
        if (declared.SyntaxTree == context.Root.SyntaxTree
            && (method.DeclaredAccessibility == Accessibility.Private || method.MethodKind == MethodKind.LocalFunction))
        {
            var given = context.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Where(other => SymbolEqualityComparer.Default.Equals(
                    (context.Model.GetSymbolInfo(other, context.CancellationToken).Symbol as IMethodSymbol)?.OriginalDefinition,
                    method.OriginalDefinition))
                .Select(other => other.ArgumentList.Arguments.FirstOrDefault(candidate =>
                    ContractArguments.FindParameter(method, other, candidate)?.Ordinal == parameter.Ordinal))
                .OfType<ArgumentSyntax>();
            yield return (
                $"Let `{method.Name}` take `{{0}}` by ref",
                "Ref",
                context.With(root.ReplaceNodes(given.Append<SyntaxNode>(declared), (old, now) => now is ParameterSyntax changed
                    ? Modify(changed, SyntaxKind.RefKeyword)
                    : ((ArgumentSyntax)now).WithoutLeadingTrivia()
                        .WithRefKindKeyword(SyntaxFactory.Token(SyntaxKind.RefKeyword).WithTrailingTrivia(SyntaxFactory.Space))
                        .WithLeadingTrivia(now.GetLeadingTrivia()))));
        }
    }

    private static ParameterSyntax Modify(ParameterSyntax declared, SyntaxKind keyword) => declared
        .WithoutLeadingTrivia()
        .AddModifiers(SyntaxFactory.Token(keyword).WithTrailingTrivia(SyntaxFactory.Space))
        .WithLeadingTrivia(declared.GetLeadingTrivia())
        .WithAdditionalAnnotations(Formatter.Annotation);
}
