using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Agreement.Mutations;

/// <summary>Changes methods of a file, each for itself.</summary>
internal static class Mutator
{
    private static readonly ImmutableArray<Mutation> All = [.. StatementMutations.All, .. ExpressionMutations.All];

    /// <summary>The changes of a method, and what they are called.</summary>
    public static (string Name, TextChange[] Changes)? Mutate(MethodDeclarationSyntax method, SemanticModel model, Random random)
    {
        if (method.Body is not { } body)
            return null;
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var mutation = All[random.Next(All.Length)];
            if (mutation.Apply(body, model, random) is { Length: > 0 } changes)
                return (mutation.Name, [.. changes.Select(change => new TextChange(change.Span, change.Text)).OrderBy(change => change.Span.Start)]);
        }

        return null;
    }

    public static IEnumerable<MethodDeclarationSyntax> Methods(SyntaxNode root) =>
        root.DescendantNodes(node => node is not MethodDeclarationSyntax).OfType<MethodDeclarationSyntax>();
}
