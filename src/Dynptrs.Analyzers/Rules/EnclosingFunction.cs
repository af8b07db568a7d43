using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The function in which a place lies.</summary>
internal static class EnclosingFunction
{
    /// <summary>The declaration of the function, or the file of statements that stand in none.</summary>
    public static SyntaxNode? Of(Site site) => (site.Source as SyntaxNode)?.FirstAncestorOrSelf<SyntaxNode>(IsFunction);

    private static bool IsFunction(SyntaxNode node) => node
        is LocalFunctionStatementSyntax
        or AnonymousFunctionExpressionSyntax
        or AccessorDeclarationSyntax
        or (MemberDeclarationSyntax and not GlobalStatementSyntax)
        or CompilationUnitSyntax;
}
