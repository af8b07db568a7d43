using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The location of a place that the verifier was given.</summary>
internal static class SiteLocation
{
    public static Location? TryGet(Site site) => site.Source is SyntaxNode node ? Of(site, node) : null;

    /// <summary>The location of the name of a function.</summary>
    public static Location? OfName(Site site) =>
        site.Source is MethodDeclarationSyntax method ? method.Identifier.GetLocation() : TryGet(site);

    /// <summary>
    /// The location of a node; for the end of a body, that of its closing brace, for a <c>try</c> statement, that of the word.
    /// </summary>
    public static Location Of(Site site, SyntaxNode node) => node switch
    {
        BlockSyntax block when site.AtEnd => block.CloseBraceToken.GetLocation(),
        TryStatementSyntax statement => statement.TryKeyword.GetLocation(),
        _ => node.GetLocation(),
    };
}
