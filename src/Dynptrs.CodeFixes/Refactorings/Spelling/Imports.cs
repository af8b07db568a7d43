using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>The <see langword="using"/> directives of a file.</summary>
internal static class Imports
{
    /// <summary>Whether the file has directives that another can stand behind.</summary>
    public static bool HasDirectives(SyntaxNode root) => Find(root) is not null;

    /// <summary>Imports the static members of classes, behind the other directives.</summary>
    public static SyntaxNode Add(SyntaxNode root, IEnumerable<INamedTypeSymbol> classes)
    {
        foreach (var name in classes.Select(type => type.ToDisplayString()).Distinct().OrderBy(name => name, System.StringComparer.Ordinal))
        {
            var last = Find(root)!;
            var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name))
                .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
                .WithStaticKeyword(SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space))
                .WithLeadingTrivia(last.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
                .WithTrailingTrivia(last.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
            root = root.InsertNodesAfter(last, [directive]);
        }

        return root;
    }

    /// <summary>The last directive that is no alias.</summary>
    private static UsingDirectiveSyntax? Find(SyntaxNode root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .LastOrDefault(directive => directive.Alias is null);
}
